#define JOIN(a, b) a##b
#define OPEN dlopen
void *dlopen(const char *, int); //~ HV1102
typedef void *finder(void *, const char *);
finder dlsym; //~ HV1102
void kernel(double *c)
{
    void *handle = OPEN("libm.so", 1); //~ HV1102
    finder *find = &dlsym; //~ HV1102
    void (*f)(double *) = (void (*)(double *))find(handle, "f"); //~ HV1116
    f(c);
    __libc_dlopen_mode("libm.so", 2); //~ HV1102
    JOIN(dl, close)(handle); //~ HV1102
}
