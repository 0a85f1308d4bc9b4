/* Declarations only, so that policy sees a call to them; none has a model. */
#ifndef HV_SYS_TIME_H
#define HV_SYS_TIME_H

#include "types.h"

struct timeval {
    time_t tv_sec;
    suseconds_t tv_usec;
};
struct timezone {
    int tz_minuteswest;
    int tz_dsttime;
};

int gettimeofday(struct timeval *restrict now, void *restrict zone);
int settimeofday(const struct timeval *now, const struct timezone *zone);

#endif
