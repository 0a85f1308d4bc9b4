/* The OpenMP runtime as far as thread identity and team size go (OpenMP 5.0 section 3). */
#ifndef HV_OMP_H
#define HV_OMP_H

#include "hv_primitives.h"

typedef struct { void *hv_state; } omp_lock_t;
typedef struct { void *hv_state; } omp_nest_lock_t;
typedef enum { omp_sched_static = 1, omp_sched_dynamic = 2, omp_sched_guided = 3, omp_sched_auto = 4 } omp_sched_t;
typedef enum { omp_proc_bind_false, omp_proc_bind_true, omp_proc_bind_master, omp_proc_bind_close,
    omp_proc_bind_spread } omp_proc_bind_t;

typedef enum { omp_lock_hint_none = 0, omp_lock_hint_uncontended = 1, omp_lock_hint_contended = 2,
    omp_lock_hint_nonspeculative = 4, omp_lock_hint_speculative = 8 } omp_lock_hint_t;
typedef omp_lock_hint_t omp_sync_hint_t;

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
int omp_in_final(void);
int omp_get_cancellation(void);
int omp_get_max_task_priority(void);
int omp_get_place_num_procs(int place);
void omp_get_place_proc_ids(int place, int *identifiers);
int omp_get_partition_num_places(void);
void omp_get_partition_place_nums(int *places);
int omp_get_default_device(void);
void omp_set_default_device(int device);
int omp_get_initial_device(void);
int omp_get_num_teams(void);
int omp_get_team_num(void);
void *omp_target_alloc(unsigned long size, int device);
void omp_target_free(void *pointer, int device);
int omp_target_is_present(const void *pointer, int device);
int omp_target_memcpy(void *target, const void *source, unsigned long size, unsigned long target_offset,
    unsigned long source_offset, int target_device, int source_device);
int omp_target_associate_ptr(const void *host, const void *device_pointer, unsigned long size, unsigned long offset,
    int device);
int omp_target_disassociate_ptr(const void *pointer, int device);
void omp_init_lock_with_hint(omp_lock_t *lock, omp_lock_hint_t hint);
void omp_init_nest_lock_with_hint(omp_nest_lock_t *lock, omp_lock_hint_t hint);
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
