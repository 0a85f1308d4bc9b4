/* The OpenMP runtime as far as thread identity and team size go (OpenMP 5.0 section 3). */
#ifndef HV_OMP_H
#define HV_OMP_H

#include "hv_primitives.h"

typedef struct { void *hv_state; } omp_lock_t;
typedef struct { void *hv_state; } omp_nest_lock_t;
typedef enum { omp_sched_static = 1, omp_sched_dynamic = 2, omp_sched_guided = 3, omp_sched_auto = 4 } omp_sched_t;
typedef enum { omp_proc_bind_false, omp_proc_bind_true, omp_proc_bind_master, omp_proc_bind_close,
    omp_proc_bind_spread } omp_proc_bind_t;

static inline int omp_get_thread_num(void) { return hv_thread_id(); }
static inline int omp_get_num_threads(void) { return hv_thread_count(); }
static inline int omp_get_max_threads(void) { return hv_thread_limit(); }

static inline void omp_set_num_threads(int threads)
{
    hv_assert(threads > 0);
    hv_set_thread_limit(threads);
}

/* The machine may have any number of processors, and another after every call. */
static inline int omp_get_num_procs(void)
{
    int processors = hv_nondet_int();
    hv_assume(processors > 0);
    return processors;
}

static inline double omp_get_wtime(void) { return hv_nondet_double(); }
static inline double omp_get_wtick(void) { return hv_nondet_double(); }

/* Smaller teams than asked for are always considered (SOUNDNESS 11), so the setting changes nothing. */
static inline void omp_set_dynamic(int is_dynamic) { (void)is_dynamic; }
static inline int omp_get_dynamic(void) { return hv_nondet_int() != 0; }

/* No model: these speak of nesting, schedules, placement and mutual exclusion. */
int omp_in_parallel(void);
int omp_get_level(void);
int omp_get_active_level(void);
int omp_get_ancestor_thread_num(int level);
int omp_get_team_size(int level);
int omp_get_nested(void);
void omp_set_nested(int is_nested);
int omp_get_max_active_levels(void);
void omp_set_max_active_levels(int levels);
int omp_get_thread_limit(void);
void omp_get_schedule(omp_sched_t *kind, int *chunk);
void omp_set_schedule(omp_sched_t kind, int chunk);
omp_proc_bind_t omp_get_proc_bind(void);
int omp_get_num_places(void);
int omp_get_place_num(void);
int omp_get_num_devices(void);
int omp_is_initial_device(void);
void omp_init_lock(omp_lock_t *lock);
void omp_destroy_lock(omp_lock_t *lock);
void omp_set_lock(omp_lock_t *lock);
void omp_unset_lock(omp_lock_t *lock);
int omp_test_lock(omp_lock_t *lock);
void omp_init_nest_lock(omp_nest_lock_t *lock);
void omp_destroy_nest_lock(omp_nest_lock_t *lock);
void omp_set_nest_lock(omp_nest_lock_t *lock);
void omp_unset_nest_lock(omp_nest_lock_t *lock);
int omp_test_nest_lock(omp_nest_lock_t *lock);

#endif
