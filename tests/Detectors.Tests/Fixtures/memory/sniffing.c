unsigned long malloc_usable_size(void *); //~ HV7212
#define SIZE_OF(x) malloc_usable_size(x)
#define PASTED(a, b) a##b
void *sbrk(long); //~ HV7212
void kernel(double *c)
{
    unsigned long (*ask)(void *) = malloc_usable_size; //~ HV7212
    c[0] = (double)SIZE_OF(c); //~ HV7212
    c[1] = (double)__builtin_object_size(c, 0); //~ HV7003, HV7212
    c[2] = (double)PASTED(malloc_usable, _size)(c) + (double)ask(c); //~ HV7212
    c[3] = sbrk(0) != 0; //~ HV7212
}
int chosen(void)
{
    __builtin_cpu_init(); //~ HV7212
    return __builtin_cpu_supports("avx512f") || __builtin_cpu_is("intel"); //~ HV7212
}
