/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "gh-proposal-rows.h"

#define PLAN                                                                                                                     \
  "Số: 12/KH-BCĐ\n\nSông Trà, ngày 10 tháng 12 năm 2026\n\nKẾ HOẠCH\n\nTổ chức ngày hội hiến máu "         \
  "năm 2027\n\nI. MỤC ĐÍCH\n\n- Vận động ít nhất 200 người đăng ký hiến máu và tiếp nhận ít nhất " \
  "150 đơn vị máu.\n\nNơi nhận:\n- Ban Chỉ đạo tỉnh (để báo cáo);\n- Công an xã;\n- Lưu: VT.\n"

/* All check boxes below @widget, in order. */
static void
find_checks (GtkWidget *widget, GPtrArray *checks)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    g_ptr_array_add (checks, widget);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      find_checks (child, checks);
}

static void
tick_all (GPtrArray *checks, gboolean active)
{
  for (guint i = 0; i < checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (checks, i), active);
}

static char *
dup_recipients (const GhPlanReading *reading)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < reading->plan->recipients->len; i++)
    {
      const GhRecipient *recipient = g_ptr_array_index (reading->plan->recipients, i);

      g_string_append_printf (names, "%s;", recipient->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* What was unticked comes back when the plan was not accepted, in its place. */
static void
test_revert (void)
{
  g_autoptr (GhPlanReading) reading = gh_plan_text_read (PLAN, -1, 2027);
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GhProposalRows *rows = gh_proposal_rows_new (GTK_BOX (box), reading);
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  g_autofree char *before = dup_recipients (reading);
  g_autofree char *after = NULL;
  guint n_targets = reading->targets->len;

  find_checks (box, checks);
  g_assert_cmpuint (n_targets, ==, 2);
  g_assert_cmpuint (reading->plan->recipients->len, ==, 3);
  g_assert_cmpstr (reading->plan->number, ==, "12");

  tick_all (checks, FALSE);
  gh_proposal_rows_apply (rows);
  g_assert_cmpuint (reading->targets->len, ==, 0);
  g_assert_cmpuint (reading->plan->recipients->len, ==, 0);
  g_assert_cmpstr (reading->plan->number, ==, "");

  gh_proposal_rows_revert (rows);
  after = dup_recipients (reading);
  g_assert_cmpuint (reading->targets->len, ==, n_targets);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (reading->plan->number, ==, "12");

  /* Ticked again, and accepted: nothing is left out. */
  tick_all (checks, TRUE);
  gh_proposal_rows_apply (rows);
  g_assert_cmpuint (reading->targets->len, ==, n_targets);

  /* Some are out when the window goes: they are freed with the reading. */
  tick_all (checks, FALSE);
  gh_proposal_rows_apply (rows);
  gh_proposal_rows_free (rows);
  g_object_unref (box);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE); /* the bus says things on standard output */
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gtk/proposal-rows/revert", test_revert);
  return g_test_run ();
}
