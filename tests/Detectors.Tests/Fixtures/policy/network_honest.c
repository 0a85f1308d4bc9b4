// socket(2, 1, 0)
struct port { int socket; };
static int send(int x) { return x; }
void kernel(double *c)
{
    int connect = 1, bind = 2;
    struct port port = { 3 };
    c[0] = connect + bind + send(port.socket) + sizeof("socket");
}
