/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-c-numeric.h"

#include <locale.h>

#ifdef G_OS_WIN32

struct _GhCNumeric
{
  int per_thread;
  char *previous;
};

GhCNumeric *
gh_c_numeric_begin (void)
{
  GhCNumeric *numeric = g_new0 (GhCNumeric, 1);

  numeric->per_thread = _configthreadlocale (_ENABLE_PER_THREAD_LOCALE);
  numeric->previous = g_strdup (setlocale (LC_NUMERIC, NULL));
  setlocale (LC_NUMERIC, "C");
  return numeric;
}

void
gh_c_numeric_end (GhCNumeric *numeric)
{
  if (numeric == NULL)
    return;
  setlocale (LC_NUMERIC, numeric->previous);
  _configthreadlocale (numeric->per_thread);
  g_free (numeric->previous);
  g_free (numeric);
}

#else

struct _GhCNumeric
{
  locale_t own;
  locale_t previous;
};

GhCNumeric *
gh_c_numeric_begin (void)
{
  GhCNumeric *numeric = g_new0 (GhCNumeric, 1);

  numeric->own = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  numeric->previous = uselocale (numeric->own);
  return numeric;
}

void
gh_c_numeric_end (GhCNumeric *numeric)
{
  if (numeric == NULL)
    return;
  uselocale (numeric->previous);
  if (numeric->own != (locale_t) 0)
    freelocale (numeric->own);
  g_free (numeric);
}

#endif
