#define START pthread_create
#define GLUE(a, b) a##b
int pthread_create(void *, void *, void *(*)(void *), void *); //~ HV1107
void GOMP_parallel(void (*)(void *), void *, unsigned, unsigned); //~ HV1107
static void *work(void *c) { return c; }
static void region(void *c) { (void)c; }
void kernel(double *c)
{
    extern int sched_yield(void); //~ HV1107
    START(0, 0, work, c); //~ HV1107
    void (*go)(void (*)(void *), void *, unsigned, unsigned) = &GOMP_parallel; //~ HV1107
    go(region, c, 4, 0);
    (sched_yield)(); //~ HV1107
    GLUE(usl, eep)(3); //~ HV1107
}
