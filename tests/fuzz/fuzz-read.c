/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-read.h"

#include <string.h>
#include <zlib.h>

#include "gh-plan.h"
#include "gh-proposal.h"

#define PART_MARK   "\n#part "
#define PARTS_LIMIT 8

/* A package whose entries are stored as they are, so that a change of the input stays one. */
typedef struct
{
  GByteArray *bytes;
  GByteArray *directory;
  GHashTable *names;
} Package;

static void
put_number (GByteArray *out, guint64 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = (guint8) number;

      g_byte_array_append (out, &byte, 1);
      number >>= 8;
    }
}

static void
put_entry_head (GByteArray *out, const char *name, const guint8 *data, gsize size)
{
  put_number (out, 0, 8); /* flags, method, time and day */
  put_number (out, crc32 (0, data, (uInt) size), 4);
  put_number (out, size, 4);
  put_number (out, size, 4);
  put_number (out, strlen (name), 2);
  put_number (out, 0, 2);
}

static void
add_part (Package *package, const char *name, const guint8 *data, gsize size)
{
  guint offset = package->bytes->len;

  if (!g_hash_table_add (package->names, g_strdup (name)))
    return;
  put_number (package->bytes, 0x04034b50, 4);
  put_number (package->bytes, 20, 2);
  put_entry_head (package->bytes, name, data, size);
  g_byte_array_append (package->bytes, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (package->bytes, data, (guint) size);
  put_number (package->directory, 0x02014b50, 4);
  put_number (package->directory, 20, 2);
  put_number (package->directory, 20, 2);
  put_entry_head (package->directory, name, data, size);
  put_number (package->directory, 0, 10); /* remark, disk, attributes */
  put_number (package->directory, offset, 4);
  g_byte_array_append (package->directory, (const guint8 *) name, (guint) strlen (name));
}

static void
end_package (Package *package)
{
  guint offset = package->bytes->len;
  guint count = g_hash_table_size (package->names);

  g_byte_array_append (package->bytes, package->directory->data, package->directory->len);
  put_number (package->bytes, 0x06054b50, 4);
  put_number (package->bytes, 0, 4);
  put_number (package->bytes, count, 2);
  put_number (package->bytes, count, 2);
  put_number (package->bytes, package->directory->len, 4);
  put_number (package->bytes, offset, 4);
  put_number (package->bytes, 0, 2);
}

static void
check_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
check_block (const GhBlock *block)
{
  check_text (block->text);
  check_text (block->number);
  for (guint r = 0; block->rows != NULL && r < block->rows->len; r++)
    {
      char **row = block->rows->pdata[r];

      g_assert_cmpuint (g_strv_length (row), <=, GH_BLOCK_MAX_COLUMNS);
      for (char **cell = row; *cell != NULL; cell++)
        check_text (*cell);
    }
}

static void
check_reading (const GhPlanReading *reading)
{
  const GhPlan *plan = reading->plan;

  check_text (plan->title);
  check_text (plan->issuer);
  check_text (plan->signer_name);
  check_text (plan->tail_note);
  for (guint i = 0; i < plan->blocks->len; i++)
    check_block (plan->blocks->pdata[i]);
  for (guint i = 0; i < plan->bases->len; i++)
    check_text (((const GhBasis *) plan->bases->pdata[i])->text);
  for (guint i = 0; i < reading->activities->len; i++)
    check_text (((const GhActivity *) reading->activities->pdata[i])->title);
  for (guint i = 0; i < reading->targets->len; i++)
    check_text (((const GhTarget *) reading->targets->pdata[i])->text);
}

void
gh_fuzz_read (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlanReading) reading = gh_plan_bytes_read (bytes, "kế hoạch", 2027, &error);

  if (reading != NULL)
    check_reading (reading);
  else
    check_text (error->message);
}

/* Takes the parts that follow the first one; returns the length of that. */
static gsize
add_parts (Package *package, const char *text, gsize size)
{
  const char *mark = size > 0 ? g_strstr_len (text, (gssize) size, PART_MARK) : NULL;
  gsize first = mark != NULL ? (gsize) (mark - text) : size;

  for (guint i = 0; mark != NULL && i < PARTS_LIMIT; i++)
    {
      const char *name = mark + strlen (PART_MARK);
      const char *end = memchr (name, '\n', (gsize) (text + size - name));
      g_autofree char *copy = NULL;

      if (end == NULL)
        break;
      copy = g_strndup (name, (gsize) (end - name));
      end++;
      mark = g_strstr_len (end, (gssize) (text + size - end), PART_MARK);
      add_part (package, copy, (const guint8 *) end,
                (gsize) ((mark != NULL ? mark : text + size) - end));
    }
  return first;
}

void
gh_fuzz_read_parts (const guint8 *data, gsize size, const char *first, const char *type)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Package package = { bytes, directory, names };

  if (type != NULL)
    add_part (&package, "mimetype", (const guint8 *) type, strlen (type));
  add_part (&package, first, data, add_parts (&package, (const char *) data, size));
  end_package (&package);
  gh_fuzz_read (bytes->data, bytes->len);
}
