#pragma omp parallel for //~ HV7006
#pragma push_macro("N") //~ HV7007
#define N 4
#pragma pop_macro("N") //~ HV7007
#pragma omp barrier //~ HV7006
void kernel(double *c)
{
    _Pragma("pop_macro(\"N\")") //~ HV7007
    c[0] = 1;
}
#pragma omp simd //~ HV7006
