/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded into Wine's server (LD_PRELOAD), so that the exit status of a program can be believed.
 *
 * A program under Wine tells the server that it ends, and then frees its memory. The server of Wine 8
 * kills it if that takes half a second (process_sigkill() in server/process.c), and who waits for it
 * gets status 137 instead of its own. On a busy machine this happens. Here it has half a minute. */
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE 30 /* seconds */

typedef int (*Kill) (pid_t pid, int number);

static void
kill_later (Kill real, pid_t pid, int number)
{
  pid_t child = fork ();

  if (child == 0)
    {
      /* Twice, so that the server has no child to wait for; and without its sockets, at which the
       * next program would wait for an answer. */
      if (fork () == 0)
        {
          close_range (0, ~0U, 0);
          for (int i = 0; i < PATIENCE && real (pid, 0) == 0; i++)
            sleep (1);
          real (pid, number);
        }
      _exit (0);
    }
  if (child > 0)
    waitpid (child, NULL, 0);
}

int
kill (pid_t pid, int number)
{
  Kill real = (Kill) dlsym (RTLD_NEXT, "kill");

  if (number != SIGKILL || pid <= 0 ||
      strncmp (program_invocation_short_name, "wineserver", strlen ("wineserver")) != 0)
    return real (pid, number);
  kill_later (real, pid, number);
  return 0;
}
