// omp_get_wtime()
#define STAMP clock() //= HV1108
struct event { double time; }; //= HV1108
static double clock_of(struct event event) { return event.time; } //= HV1108
void kernel(double *c)
{
    double time = 1, clock = 2; //= HV1108
    struct event event = { 3 };
    c[0] = time + clock + clock_of(event) + sizeof("getenv"); //= HV1108
}
