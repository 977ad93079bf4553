/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unzip.h>

#include "gh-legacy.h"
#include "gh-proposal.h"

#define PACKED_LIMIT   (64u * 1024u * 1024u)
#define ENTRY_LIMIT    (192u * 1024u * 1024u)
#define TOTAL_LIMIT    (384u * 1024u * 1024u)
#define COUNT_LIMIT    4096u
#define RATIO_LIMIT    250u
#define RATIO_FREE     (4u * 1024u * 1024u)
#define NAME_LIMIT     512u
#define FLAG_ENCRYPTED 1u

/* minizip reads through callbacks, so the package never needs to be a file. */
typedef struct
{
  const guint8 *data;
  gsize size;
  gsize position;
} Memory;

typedef struct
{
  unz64_file_pos position;
  gsize size;
} Entry;

struct _GhZip
{
  /* Owned */
  GBytes *bytes;
  char *name;
  unzFile archive;
  GPtrArray *names;
  GHashTable *entries; /* Entry by name; keys borrowed from @names */
  Memory memory;
};

static voidpf
memory_open (voidpf opaque, G_GNUC_UNUSED const void *filename, int mode)
{
  if ((mode & ZLIB_FILEFUNC_MODE_READWRITEFILTER) != ZLIB_FILEFUNC_MODE_READ)
    return NULL;
  return opaque;
}

static uLong
memory_read (G_GNUC_UNUSED voidpf opaque, voidpf stream, void *buffer, uLong size)
{
  Memory *memory = stream;
  gsize rest = memory->size - memory->position;
  gsize taken = MIN ((gsize) size, rest);

  if (taken > 0)
    memcpy (buffer, memory->data + memory->position, taken);
  memory->position += taken;
  return (uLong) taken;
}

static uLong
memory_write (G_GNUC_UNUSED voidpf opaque,
              G_GNUC_UNUSED voidpf stream,
              G_GNUC_UNUSED const void *buffer,
              G_GNUC_UNUSED uLong size)
{
  return 0;
}

static ZPOS64_T
memory_tell (G_GNUC_UNUSED voidpf opaque, voidpf stream)
{
  return ((Memory *) stream)->position;
}

static long
memory_seek (G_GNUC_UNUSED voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
  Memory *memory = stream;
  ZPOS64_T base = 0;

  if (origin == ZLIB_FILEFUNC_SEEK_CUR)
    base = memory->position;
  else if (origin == ZLIB_FILEFUNC_SEEK_END)
    base = memory->size;
  if (offset > memory->size || base + offset > memory->size)
    return -1;
  memory->position = (gsize) (base + offset);
  return 0;
}

static int
memory_close (G_GNUC_UNUSED voidpf opaque, G_GNUC_UNUSED voidpf stream)
{
  return 0;
}

static int
memory_error (G_GNUC_UNUSED voidpf opaque, G_GNUC_UNUSED voidpf stream)
{
  return 0;
}

static void
set_damaged (GhZip *zip, GError **error)
{
  g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
               /* Translators: %s is the name of a file */
               _("“%s” is damaged and cannot be read. Ask for it to be sent again."), zip->name);
}

static void
set_too_large (const char *name, GError **error)
{
  g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_LIMIT,
               /* Translators: %s is the name of a file */
               _("“%s” is far larger than a file of this kind can be; it was not opened. Ask "
                 "its sender for a plain copy."),
               name);
}

/* Takes the current entry into the index. */
static gboolean
index_entry (GhZip *zip, guint64 *total, GError **error)
{
  unz_file_info64 info;
  char name[NAME_LIMIT + 1] = "";
  Entry *entry = NULL;

  if (unzGetCurrentFileInfo64 (zip->archive, &info, name, NAME_LIMIT, NULL, 0, NULL, 0) != UNZ_OK ||
      info.size_filename > NAME_LIMIT)
    {
      set_damaged (zip, error);
      return FALSE;
    }
  *total += info.uncompressed_size;
  if (info.uncompressed_size > ENTRY_LIMIT || *total > TOTAL_LIMIT ||
      (info.uncompressed_size > RATIO_FREE &&
       info.uncompressed_size / RATIO_LIMIT > info.compressed_size))
    {
      set_too_large (zip->name, error);
      return FALSE;
    }
  if ((info.flag & FLAG_ENCRYPTED) != 0)
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
                   /* Translators: %s is the name of a file */
                   _("“%s” is locked with a password. Save it without one and try again."),
                   zip->name);
      return FALSE;
    }
  g_strdelimit (name, "\\", '/');        /* of some packers on Windows */
  if (!g_utf8_validate (name, -1, NULL)) /* old packers; Office never names a part so */
    return TRUE;
  if (g_hash_table_contains (zip->entries, name))
    {
      set_damaged (zip, error);
      return FALSE;
    }
  entry = g_new0 (Entry, 1);
  entry->size = (gsize) info.uncompressed_size;
  unzGetFilePos64 (zip->archive, &entry->position);
  g_ptr_array_add (zip->names, g_strdup (name));
  g_hash_table_insert (zip->entries, zip->names->pdata[zip->names->len - 1], entry);
  return TRUE;
}

static gboolean
index_archive (GhZip *zip, GError **error)
{
  guint64 total = 0;
  guint count = 0;
  int state = unzGoToFirstFile (zip->archive);

  for (; state == UNZ_OK; state = unzGoToNextFile (zip->archive))
    {
      if (++count > COUNT_LIMIT)
        {
          set_too_large (zip->name, error);
          return FALSE;
        }
      if (!index_entry (zip, &total, error))
        return FALSE;
    }
  if (state != UNZ_END_OF_LIST_OF_FILE)
    {
      set_damaged (zip, error);
      return FALSE;
    }
  return TRUE;
}

gboolean
gh_zip_looks_like (const guint8 *bytes, gsize length)
{
  return length >= 4 && memcmp (bytes, "PK\003\004", 4) == 0;
}

static gboolean
open_archive (GhZip *zip, GError **error)
{
  zlib_filefunc64_def functions = {
    memory_open, memory_read,  memory_write, memory_tell,
    memory_seek, memory_close, memory_error, &zip->memory,
  };

  if (zip->memory.size > PACKED_LIMIT)
    {
      set_too_large (zip->name, error);
      return FALSE;
    }
  if (gh_zip_looks_like (zip->memory.data, zip->memory.size))
    zip->archive = unzOpen2_64 ("memory", &functions);
  if (zip->archive == NULL)
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
                   /* Translators: %s is the name of a file */
                   _("“%s” is not a Word or Excel file of today (.docx, .xlsx), or it is "
                     "damaged. Open it in Word or Excel and save it in that format."),
                   zip->name);
      return FALSE;
    }
  return index_archive (zip, error);
}

GhZip *
gh_zip_open_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GhZip) zip = g_new0 (GhZip, 1);

  g_return_val_if_fail (bytes != NULL, NULL);
  zip->bytes = g_bytes_ref (bytes);
  zip->name = g_strdup (name != NULL ? name : "");
  zip->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  zip->names = g_ptr_array_new_with_free_func (g_free);
  zip->memory.data = g_bytes_get_data (bytes, &zip->memory.size);
  if (!open_archive (zip, error))
    return NULL;
  return g_steal_pointer (&zip);
}

static char *
dup_shown_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

/* The system's own words, in its own language, are of no help to a clerk. @cause: taken */
static GBytes *
set_unreadable (GFile *file, GError *cause, GError **error)
{
  g_autofree char *name = dup_shown_name (file);
  g_autoptr (GError) owned = cause;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, cause->domain, cause->code,
                 _("The file “%s” is not there: it was moved, renamed or deleted."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, cause->domain, cause->code, _("“%s” is a folder. Choose a file in it."),
                 name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else
    g_set_error (error, cause->domain, cause->code, _("“%s” could not be read (%s)."), name,
                 cause->message);
  return NULL;
}

GBytes *
gh_import_load (GFile *file, gsize limit, GCancellable *cancellable, GError **error)
{
  GError *cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &cause);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 chunk[65536];

  if (stream == NULL)
    return set_unreadable (file, cause, error);
  for (;;)
    {
      gssize n =
        g_input_stream_read (G_INPUT_STREAM (stream), chunk, sizeof chunk, cancellable, &cause);

      if (n < 0)
        return set_unreadable (file, cause, error);
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));
      if (content->len + (gsize) n > limit)
        {
          g_autofree char *name = dup_shown_name (file);

          set_too_large (name, error);
          return NULL;
        }
      g_byte_array_append (content, chunk, (guint) n);
    }
}

char *
gh_import_decode_bytes (const guint8 *bytes, gsize length)
{
  g_autofree char *latin = gh_legacy_from_bytes (bytes, length);
  char *text = NULL;

  if (gh_legacy_detect (latin) == GH_LEGACY_NONE)
    text = g_convert_with_fallback ((const char *) bytes, (gssize) length, "UTF-8", "CP1258", "?",
                                    NULL, NULL, NULL);
  return text != NULL ? text : g_steal_pointer (&latin);
}

GhZip *
gh_zip_open_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = gh_import_load (file, PACKED_LIMIT, cancellable, error);
  g_autofree char *name = dup_shown_name (file);

  if (bytes == NULL)
    return NULL;
  return gh_zip_open_bytes (bytes, name, error);
}

gboolean
gh_zip_has (GhZip *zip, const char *entry)
{
  return g_hash_table_contains (zip->entries, entry);
}

GPtrArray *
gh_zip_list (GhZip *zip)
{
  GPtrArray *names = g_ptr_array_sized_new (zip->names->len);

  for (guint i = 0; i < zip->names->len; i++)
    g_ptr_array_add (names, zip->names->pdata[i]);
  return names;
}

/* The size in the directory is a claim: no more than it is ever written. */
static gboolean
unpack (GhZip *zip, guint8 *data, gsize size)
{
  gsize done = 0;
  int n = 1;

  while (done < size && n > 0)
    {
      n = unzReadCurrentFile (zip->archive, data + done, (unsigned) MIN (size - done, 1u << 20));
      if (n > 0)
        done += (gsize) n;
    }
  return done == size;
}

GBytes *
gh_zip_read (GhZip *zip, const char *entry, GError **error)
{
  const Entry *found = g_hash_table_lookup (zip->entries, entry);
  g_autofree guint8 *data = NULL;
  gboolean whole;

  if (found == NULL || unzGoToFilePos64 (zip->archive, &found->position) != UNZ_OK ||
      unzOpenCurrentFile (zip->archive) != UNZ_OK)
    {
      set_damaged (zip, error);
      return NULL;
    }
  data = g_try_malloc (MAX (found->size, 1));
  whole = data != NULL && unpack (zip, data, found->size);
  /* Closing checks the CRC, but only of an entry that was read to its end. */
  if (unzCloseCurrentFile (zip->archive) != UNZ_OK || !whole)
    {
      set_damaged (zip, error);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&data), found->size);
}

GBytes *
gh_zip_read_part (GhZip *zip, const char *entry, gsize limit, GError **error)
{
  const Entry *found = g_hash_table_lookup (zip->entries, entry);

  if (found != NULL && found->size > limit)
    {
      set_too_large (zip->name, error);
      return NULL;
    }
  return gh_zip_read (zip, entry, error);
}

void
gh_zip_free (GhZip *zip)
{
  if (zip == NULL)
    return;
  if (zip->archive != NULL)
    unzClose (zip->archive);
  g_clear_pointer (&zip->entries, g_hash_table_unref);
  g_clear_pointer (&zip->names, g_ptr_array_unref);
  g_bytes_unref (zip->bytes);
  g_free (zip->name);
  g_free (zip);
}
