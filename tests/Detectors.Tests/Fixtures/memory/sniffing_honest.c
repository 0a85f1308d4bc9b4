/* malloc_usable_size(c) */
#define USABLE malloc_usable_size
struct heap { int malloc_usable_size; }; //= HV7212
static int object_size(int n) { return 8 * n; } //= HV7212
void kernel(double *c)
{
    int brk = 2; //= HV7212
    struct heap heap = { object_size(3) };
    c[0] = brk + heap.malloc_usable_size + sizeof("sbrk"); //= HV7212
}
