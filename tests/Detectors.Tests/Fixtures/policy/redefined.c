#define DEFINE(name) void *name
DEFINE(memcpy)(void *to, const void *from, unsigned long n) { (void)from; (void)n; return to; } //~ HV1112
static double (sqrt)(double x) { return x; } //~ HV1112
void GOMP_barrier(void) { } //~ HV1112
int omp_get_num_procs(void) { return 1; } //~ HV1112
int clock_gettime(int id, void *t) { (void)t; return id; } //~ HV1112
int main(void) { return (int)sqrt(1); } //~ HV1112
