#define FENCE __asm__ volatile("" ::: "memory")
__asm__(".globl hidden"); //~ HV1110
#define RENAMED(name) __asm__(name)
static double twin(double) RENAMED("other"); //~ HV1110
static double twin(double x) { return x; }
void kernel(double *c)
{
    FENCE; //~ HV1110
    asm("nop"); //~ HV1110
    register double value asm("xmm0") = c[0]; //~ HV1110
    c[0] = twin(value);
}
