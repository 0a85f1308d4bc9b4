// socket(2, 1, 0)
struct port { int socket; }; //= HV1104
static int send(int x) { return x; } //= HV1104
void kernel(double *c)
{
    int connect = 1, bind = 2; //= HV1104
    struct port port = { 3 };
    c[0] = connect + bind + send(port.socket) + sizeof("socket");
}
