/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "cli.h"
#include "gh-edits.h"
#include "gh-text.h"

/* set: what only the office knows of a plan, so that one from a template can be issued without a
 * window. The names are those that "show campaign" prints. */

typedef struct
{
  const char *name;
  gsize offset;        /* of the text in GhPlan */
  GhOfficeField blank; /* blanks of the text that stand for it; GH_OFFICE_N_FIELDS = none */
} Field;

/* A province has no place of its own in the header. */
#define NO_OFFSET G_MAXSIZE

static const Field fields[] = {
  { "province", NO_OFFSET, GH_OFFICE_PROVINCE },
  { "parent_issuer", G_STRUCT_OFFSET (GhPlan, parent_issuer), GH_OFFICE_PARENT },
  { "issuer", G_STRUCT_OFFSET (GhPlan, issuer), GH_OFFICE_ISSUER },
  { "symbol", G_STRUCT_OFFSET (GhPlan, symbol), GH_OFFICE_N_FIELDS },
  { "place", G_STRUCT_OFFSET (GhPlan, place), GH_OFFICE_N_FIELDS },
  { "title", G_STRUCT_OFFSET (GhPlan, title), GH_OFFICE_N_FIELDS },
  { "authority", G_STRUCT_OFFSET (GhPlan, authority), GH_OFFICE_N_FIELDS },
  { "signer_role", G_STRUCT_OFFSET (GhPlan, signer_role), GH_OFFICE_N_FIELDS },
  { "signer_post", G_STRUCT_OFFSET (GhPlan, signer_post), GH_OFFICE_N_FIELDS },
  { "signer_name", G_STRUCT_OFFSET (GhPlan, signer_name), GH_OFFICE_N_FIELDS },
};

/* (nullable): the field of "FIELD=VALUE"; @value: (out) */
static const Field *
read_argument (const char *argument, const char **value)
{
  const char *sign = strchr (argument, '=');

  for (gsize i = 0; sign != NULL && i < G_N_ELEMENTS (fields); i++)
    if (strlen (fields[i].name) == (gsize) (sign - argument) &&
        g_str_has_prefix (argument, fields[i].name))
      {
        *value = sign + 1;
        return &fields[i];
      }
  return NULL;
}

static gboolean
fill (GhPlan *plan, char **arguments)
{
  g_autoptr (GhOffice) office = gh_office_new ();
  const char *value = NULL;

  for (char **argument = arguments; *argument != NULL; argument++)
    {
      const Field *field = read_argument (*argument, &value);

      if (field == NULL)
        return FALSE;
      if (field->blank != GH_OFFICE_N_FIELDS)
        gh_office_set (office, field->blank, value);
    }
  gh_office_fill_plan (office, plan);
  for (char **argument = arguments; *argument != NULL; argument++)
    {
      const Field *field = read_argument (*argument, &value);
      char **text;

      if (field->offset == NO_OFFSET)
        continue;
      text = &G_STRUCT_MEMBER (char *, plan, field->offset);
      g_free (*text);
      *text = g_strstrip (gh_text_nfc (value, -1));
    }
  return TRUE;
}

CliExit
cli_run_set (Cli *cli)
{
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GhPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  CliExit status = CLI_DONE;
  GhDossier *dossier;

  if (!cli_parse (cli, NULL, 2, G_N_ELEMENTS (fields) + 1))
    return CLI_USAGE;
  workspace = cli_open (cli, cli->arguments[0], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  dossier = gh_workspace_load_dossier (workspace, &error);
  if (dossier == NULL)
    return cli_fail (error);
  plan = gh_plan_copy (dossier->plan);
  if (!fill (plan, cli->arguments + 1))
    return cli_usage (cli,
                      _("Say FIELD=VALUE, such as place=\"An Hòa\"; the fields are province, "
                        "parent_issuer, issuer, symbol, place, title, authority, signer_role, "
                        "signer_post and signer_name."));
  if (gh_plan_equal (plan, dossier->plan))
    return CLI_DONE;
  if (dossier->plan->state != GH_PLAN_ISSUED && !cli_reopen (cli, &workspace, &status))
    return status;
  return gh_edit_save_plan (workspace, plan, _("Fill in header and signature"), &error)
           ? CLI_DONE
           : cli_fail (error);
}
