#include <cblas.h> //~ HV1111
#include <mkl.h> //~ HV1111
#  include <dlfcn.h> //~ HV1111
#include <sys/mman.h> //~ HV1111
#include <signal.h> //~ HV1111
#include "reference.h" //~ HV1111
#include "/etc/passwd" //~ HV1111
#include <../include/unistd.h> //~ HV1111
void kernel(double *c) { c[0] = 1; }
