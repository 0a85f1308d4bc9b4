#define RUN system
int kill(int, int); //~ HV1103
int system(const char *); //~ HV1103
void kernel(double *c)
{
    extern int fork(void); //~ HV1103
    RUN("true"); //~ HV1103
    if ((fork)() == 0) { //~ HV1103
        _exit(0);
    }
    int (*stop)(int, int) = kill; //~ HV1103
    stop(1, 9);
    __builtin_execv("/bin/true", (char **)0); //~ HV1103
    c[0] = syscall(39); //~ HV1103
}
