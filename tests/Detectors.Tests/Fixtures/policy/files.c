#define SINK write
typedef struct file file;
file *fopen(const char *, const char *); //~ HV1105
long write(int, const void *, unsigned long); //~ HV1105
void kernel(double *c)
{
    extern void *mmap(void *, unsigned long, int, int, int, long); //~ HV1105
    SINK(1, c, 8); //~ HV1105
    file *(*opener)(const char *, const char *) = fopen; //~ HV1105
    opener("/proc/self/mem", "r");
    (*mmap)(c, 8, 1, 2, 3, 0); //~ HV1105
    open64("/etc/passwd", 0); //~ HV1105
}
