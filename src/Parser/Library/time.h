/* Declarations only, so that policy sees a call to them; none has a model. */
#ifndef HV_TIME_H
#define HV_TIME_H

#include "sys/types.h"

struct timespec {
    time_t tv_sec;
    long tv_nsec;
};
struct tm {
    int tm_sec, tm_min, tm_hour, tm_mday, tm_mon, tm_year, tm_wday, tm_yday, tm_isdst;
};

#define CLOCKS_PER_SEC ((clock_t)1000000)
#define TIME_UTC 1
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4

clock_t clock(void);
time_t time(time_t *now);
double difftime(time_t end, time_t start);
int clock_gettime(clockid_t clock, struct timespec *now);
int clock_getres(clockid_t clock, struct timespec *resolution);
int timespec_get(struct timespec *now, int base);
int nanosleep(const struct timespec *duration, struct timespec *left);
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *duration, struct timespec *left);

#endif
