#ifdef __GLIBC__ //~ HV7002
#endif
#if defined(NDEBUG) //~ HV7002
#endif
#define SELECT __GLIBC__
#if SELECT > 1 //~ HV7002
#endif
#define PASTE(a, b) a##b
void kernel(double *c)
{
    c[0] = __LINE__; //~ HV7003
    c[1] = PASTE(__COUN, TER__); //~ HV7003
    c[2] = __builtin_constant_p(3); //~ HV7003
}
