/* #pragma GCC target("avx2") */
#define PACKED target("avx2") //= HV1115
struct pack { double target; }; //= HV1115
void kernel(double *c)
{
    struct pack pack = { 1 };
    int target = 2; //= HV1115
    c[0] = pack.target + target + sizeof("#pragma pack(1)"); //= HV1115
}
