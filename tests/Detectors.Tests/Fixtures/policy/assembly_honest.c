/* asm("nop"); */
#define BARRIER __asm__ volatile("" ::: "memory")
struct listing { int assembly; };
void kernel(double *c)
{
    int assembly = 1;
    struct listing listing = { 2 };
    c[0] = assembly + listing.assembly + sizeof("asm volatile");
}
