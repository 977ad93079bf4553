/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-unit.h"

static void
add_unit (GPtrArray *units, gint64 id, gint64 parent_id, const char *name, int position)
{
  GhUnit *unit = gh_unit_new (name);

  unit->id = id;
  unit->parent_id = parent_id;
  unit->position = position;
  g_ptr_array_add (units, unit);
}

static GPtrArray *
new_units (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gh_unit_free);
}

/* "name:depth name:depth …" */
static char *
describe (const GhUnitTree *tree)
{
  g_autoptr (GArray) depths = NULL;
  g_autoptr (GPtrArray) units = gh_unit_tree_flatten_depths (tree, &depths);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (text, "%s%s:%d", i > 0 ? " " : "",
                            ((GhUnit *) g_ptr_array_index (units, i))->name,
                            g_array_index (depths, int, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) units = new_units ();
  g_autoptr (GhUnitTree) tree = NULL;
  g_autofree char *text = NULL;

  add_unit (units, 5, 2, "Đông", 0);
  add_unit (units, 4, 2, "Đoài", 0);
  add_unit (units, 3, 1, "Tổ10", 1);
  add_unit (units, 6, 1, "Tổ2", 1);
  add_unit (units, 2, 1, "Zeta", 0);
  add_unit (units, 1, 0, "Gốc", 0);
  add_unit (units, 7, 99, "Lạc", 1); /* its parent is missing */
  tree = gh_unit_tree_new (units);
  text = describe (tree);
  g_assert_cmpstr (text, ==, "Gốc:0 Zeta:1 Đoài:2 Đông:2 Tổ2:1 Tổ10:1 Lạc:0");
  g_assert_cmpuint (gh_unit_tree_children (tree, 0)->len, ==, 2);
  g_assert_cmpuint (gh_unit_tree_children (tree, 1)->len, ==, 3);
  g_assert_cmpuint (gh_unit_tree_children (tree, 4)->len, ==, 0);
  g_assert_cmpuint (gh_unit_tree_children (tree, 12345)->len, ==, 0);
  g_assert_true (gh_unit_tree_is_leaf (tree, 4));
  g_assert_false (gh_unit_tree_is_leaf (tree, 2));
  g_assert_cmpint (gh_unit_tree_depth (tree, 5), ==, 2);
  g_assert_cmpstr (gh_unit_tree_find (tree, 6)->name, ==, "Tổ2");
  g_assert_null (gh_unit_tree_find (tree, 8));
  g_assert_true (gh_unit_tree_would_loop (tree, 1, 5));
  g_assert_true (gh_unit_tree_would_loop (tree, 1, 1));
  g_assert_false (gh_unit_tree_would_loop (tree, 5, 1));
  g_assert_false (gh_unit_tree_would_loop (tree, 5, 0));
}

static void
test_rings (void)
{
  g_autoptr (GPtrArray) units = new_units ();
  g_autoptr (GhUnitTree) tree = NULL;
  g_autofree char *text = NULL;

  add_unit (units, 1, 2, "a", 0);
  add_unit (units, 2, 3, "b", 0);
  add_unit (units, 3, 1, "c", 0); /* closes a ring: it becomes a root */
  add_unit (units, 4, 1, "d", 0);
  add_unit (units, 5, 5, "e", 1); /* its own parent */
  tree = gh_unit_tree_new (units);
  text = describe (tree);
  g_assert_cmpstr (text, ==, "c:0 b:1 a:2 d:3 e:0");
  g_assert_true (gh_unit_tree_would_loop (tree, 3, 4));
}

/* Units of an import have no id yet; a damaged file may hold one twice. */
static void
test_same_ids (void)
{
  g_autoptr (GPtrArray) units = new_units ();
  g_autoptr (GhUnitTree) tree = NULL;
  g_autofree char *text = NULL;

  add_unit (units, 0, 0, "a", 0);
  add_unit (units, 0, 0, "b", 0);
  add_unit (units, 9, 0, "c", 0);
  add_unit (units, 9, 0, "d", 0);
  add_unit (units, 3, 9, "e", 0);
  tree = gh_unit_tree_new (units);
  text = describe (tree);
  g_assert_cmpstr (text, ==, "a:0 b:0 c:0 e:1 d:0");
  g_assert_cmpstr (gh_unit_tree_find (tree, 9)->name, ==, "c");
}

static void
test_deep (gconstpointer data)
{
  gint64 n = 100000;
  gboolean ring = GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) units = new_units ();
  g_autoptr (GhUnitTree) tree = NULL;
  g_autoptr (GPtrArray) flat = NULL;

  for (gint64 id = 1; id <= n; id++)
    add_unit (units, id, id == 1 ? (ring ? n : 0) : id - 1, "x", 0);
  tree = gh_unit_tree_new (units);
  flat = gh_unit_tree_flatten (tree);
  g_assert_cmpuint (flat->len, ==, (guint) n);
  g_assert_cmpint (gh_unit_tree_depth (tree, ring ? n - 1 : n), ==, (int) n - 1);
  g_assert_true (gh_unit_tree_would_loop (tree, ring ? n : 1, ring ? n - 1 : n));
}

/* Any parents at all: each unit stands once, after its parent and one level below it. */
static void
test_property (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1954);

  for (int round = 0; round < 300; round++)
    {
      int n = g_rand_int_range (rand, 0, 60);
      g_autoptr (GPtrArray) units = new_units ();
      g_autoptr (GhUnitTree) tree = NULL;
      g_autoptr (GPtrArray) flat = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (int i = 1; i <= n; i++)
        add_unit (units, i, g_rand_int_range (rand, 0, n + 3), "x", g_rand_int_range (rand, 0, 3));
      tree = gh_unit_tree_new (units);
      flat = gh_unit_tree_flatten (tree);
      g_assert_cmpuint (flat->len, ==, (guint) n);
      for (guint i = 0; i < flat->len; i++)
        {
          GhUnit *unit = g_ptr_array_index (flat, i);
          const GhUnit *parent = gh_unit_tree_find (tree, unit->parent_id);
          int depth = gh_unit_tree_depth (tree, unit->id);

          g_assert_true (g_hash_table_add (seen, unit));
          if (depth == 0)
            continue;
          g_assert_true (g_hash_table_contains (seen, parent));
          g_assert_cmpint (depth, ==, gh_unit_tree_depth (tree, parent->id) + 1);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit-tree/order", test_order);
  g_test_add_func ("/unit-tree/rings", test_rings);
  g_test_add_func ("/unit-tree/same-ids", test_same_ids);
  g_test_add_data_func ("/unit-tree/deep-chain", GINT_TO_POINTER (FALSE), test_deep);
  g_test_add_data_func ("/unit-tree/deep-ring", GINT_TO_POINTER (TRUE), test_deep);
  g_test_add_func ("/unit-tree/property", test_property);
  return g_test_run ();
}
