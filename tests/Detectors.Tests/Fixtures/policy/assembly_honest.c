/* asm("nop"); */
#define BARRIER __asm__ volatile("" ::: "memory") //= HV1110
struct listing { int assembly; }; //= HV1110
void kernel(double *c)
{
    int assembly = 1; //= HV1110
    struct listing listing = { 2 };
    c[0] = assembly + listing.assembly + sizeof("asm volatile"); //= HV1110
}
