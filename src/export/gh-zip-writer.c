/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-zip-writer.h"

#include <string.h>
#include <zip.h>

/* A file in memory for minizip, which goes back to fill in sizes. */
typedef struct
{
  GByteArray *bytes;
  gsize position;
} MemoryFile;

struct _GhZipWriter
{
  MemoryFile file;
  zipFile zip;
  gboolean failed;
};

static voidpf ZCALLBACK
open_memory (voidpf opaque, G_GNUC_UNUSED const void *name, G_GNUC_UNUSED int mode)
{
  return opaque;
}

static uLong ZCALLBACK
read_memory (voidpf opaque, G_GNUC_UNUSED voidpf stream, void *buffer, uLong size)
{
  MemoryFile *file = opaque;
  gsize left = file->bytes->len - MIN (file->position, file->bytes->len);
  gsize n = MIN (size, left);

  if (n > 0)
    memcpy (buffer, file->bytes->data + file->position, n);
  file->position += n;
  return (uLong) n;
}

static uLong ZCALLBACK
write_memory (voidpf opaque, G_GNUC_UNUSED voidpf stream, const void *buffer, uLong size)
{
  MemoryFile *file = opaque;
  gsize end = file->position + size;

  if (end > G_MAXUINT32)
    return 0;
  if (end > file->bytes->len)
    g_byte_array_set_size (file->bytes, (guint) end);
  memcpy (file->bytes->data + file->position, buffer, size);
  file->position = end;
  return size;
}

static ZPOS64_T ZCALLBACK
tell_memory (voidpf opaque, G_GNUC_UNUSED voidpf stream)
{
  return ((MemoryFile *) opaque)->position;
}

static long ZCALLBACK
seek_memory (voidpf opaque, G_GNUC_UNUSED voidpf stream, ZPOS64_T offset, int origin)
{
  MemoryFile *file = opaque;
  gsize base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? file->position
               : origin == ZLIB_FILEFUNC_SEEK_END ? file->bytes->len
                                                  : 0;

  file->position = base + (gsize) offset;
  return 0;
}

static int ZCALLBACK
close_memory (G_GNUC_UNUSED voidpf opaque, G_GNUC_UNUSED voidpf stream)
{
  return 0;
}

GhZipWriter *
gh_zip_writer_new (void)
{
  GhZipWriter *writer = g_new0 (GhZipWriter, 1);
  zlib_filefunc64_def functions = {
    .zopen64_file = open_memory,
    .zread_file = read_memory,
    .zwrite_file = write_memory,
    .ztell64_file = tell_memory,
    .zseek64_file = seek_memory,
    .zclose_file = close_memory,
    .zerror_file = close_memory,
    .opaque = &writer->file,
  };

  writer->file.bytes = g_byte_array_new ();
  writer->zip = zipOpen2_64 ("", APPEND_STATUS_CREATE, NULL, &functions);
  writer->failed = writer->zip == NULL;
  return writer;
}

void
gh_zip_writer_free (GhZipWriter *writer)
{
  if (writer == NULL)
    return;
  if (writer->zip != NULL)
    zipClose (writer->zip, NULL);
  g_clear_pointer (&writer->file.bytes, g_byte_array_unref);
  g_free (writer);
}

void
gh_zip_writer_add (GhZipWriter *writer, const char *name, const void *bytes, gsize length)
{
  /* The first day a ZIP can name. */
  zip_fileinfo info = { .tmz_date = { .tm_mday = 1, .tm_mon = 0, .tm_year = 1980 } };

  if (writer->failed || length > G_MAXUINT32 ||
      zipOpenNewFileInZip (writer->zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                           Z_DEFAULT_COMPRESSION) != ZIP_OK)
    {
      writer->failed = TRUE;
      return;
    }
  if (zipWriteInFileInZip (writer->zip, bytes, (unsigned) length) != ZIP_OK)
    writer->failed = TRUE;
  if (zipCloseFileInZip (writer->zip) != ZIP_OK)
    writer->failed = TRUE;
}

GByteArray *
gh_zip_writer_finish (GhZipWriter *writer)
{
  if (writer->zip != NULL && zipClose (g_steal_pointer (&writer->zip), NULL) != ZIP_OK)
    writer->failed = TRUE;
  return writer->failed ? NULL : g_steal_pointer (&writer->file.bytes);
}
