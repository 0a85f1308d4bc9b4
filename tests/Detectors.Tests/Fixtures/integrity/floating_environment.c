#define ZERO fesetround
int fesetround(int); //~ HV7104
void _mm_setcsr(unsigned); //~ HV7104
void kernel(double *c)
{
    ZERO(3072); //~ HV7104
    void (*flush)(unsigned) = _mm_setcsr; //~ HV7104
    flush(0x8040);
    __builtin_ia32_ldmxcsr(0x8040); //~ HV7104
    c[0] = 1;
}
