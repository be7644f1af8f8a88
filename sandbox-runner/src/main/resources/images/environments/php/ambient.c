/* Under gVisor there are no ambient capabilities to clear. Debian's lighttpd 1.4.79 ends when it cannot clear them; newer ones go on, as with this. */
#include <errno.h>
#include <stdarg.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int prctl(int option, ...) {
  unsigned long more[4];
  va_list list;
  va_start(list, option);
  for (int i = 0; i < 4; i++) more[i] = va_arg(list, unsigned long);
  va_end(list);
  long result = syscall(SYS_prctl, option, more[0], more[1], more[2], more[3]);
  return result < 0 && option == PR_CAP_AMBIENT && errno == EINVAL ? 0 : (int)result;
}
