using System.Collections.Frozen;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Code of one primitive: what it gives for its operands.</summary>
internal delegate Scalar Primitive(Machine machine, ReadOnlySpan<Scalar> operands, TextSpan span);

/// <summary>
/// The few functions the engine knows by name; <c>hv_primitives.h</c> says what each means. Everything else that analysed
/// code calls is C.
/// </summary>
internal static class Primitives
{
    private static readonly FrozenDictionary<string, Primitive> Table = new Dictionary<string, Primitive>
    {
        ["hv_fma"] = (machine, o, _) => machine.Apply(Operator.FloatFusedMultiplyAdd, Sort.Float64, Sort.Float64, o[0], o[1], o[2]),
        ["hv_fmaf"] = (machine, o, _) => machine.Apply(Operator.FloatFusedMultiplyAdd, Sort.Float32, Sort.Float32, o[0], o[1], o[2]),
        ["hv_sqrt"] = (machine, o, _) => machine.Apply(Operator.FloatSquareRoot, Sort.Float64, Sort.Float64, o[0]),
        ["hv_sqrtf"] = (machine, o, _) => machine.Apply(Operator.FloatSquareRoot, Sort.Float32, Sort.Float32, o[0]),
        ["hv_assert"] = (machine, o, span) => Assert(machine, o[0], span),
        ["hv_aligned"] = (machine, o, span) => Aligned(machine, Known(o[0], span), Known(o[1], span)),
        ["hv_alloc"] = (machine, o, span) => Allocate(machine, Known(o[0], span), Known(o[1], span), span),
        ["hv_free"] = (machine, o, span) => Free(machine, Known(o[0], span), span),
        ["hv_memset"] = (machine, o, span) => Set(machine, Known(o[0], span), Known(o[1], span), Known(o[2], span), span),
        ["hv_memcpy"] = (machine, o, span) => Copy(machine, Known(o[0], span), Known(o[1], span), Known(o[2], span), mayOverlap: false, span),
        ["hv_memmove"] = (machine, o, span) => Copy(machine, Known(o[0], span), Known(o[1], span), Known(o[2], span), mayOverlap: true, span),
        ["hv_thread_id"] = (machine, _, _) => NumberOf(machine),
        ["hv_thread_count"] = (machine, _, _) => Scalar.Of((ulong)machine.ThreadCount),
        ["hv_thread_limit"] = (machine, _, _) => Scalar.Of((ulong)machine.Run.ThreadLimit),
        ["hv_set_thread_limit"] = (machine, o, span) => Limit(machine, Known(o[0], span), span),
        ["hv_assume"] = (machine, o, span) => Assumed(machine, o[0], span),
        ["hv_nondet_int"] = (machine, _, _) => machine.Fresh(Sort.Bits(32)),
        ["hv_nondet_long"] = (machine, _, _) => machine.Fresh(Sort.Bits(64)),
        ["hv_nondet_float"] = (machine, _, _) => machine.Fresh(Sort.Float32),
        ["hv_nondet_double"] = (machine, _, _) => machine.Fresh(Sort.Float64),
        ["hv_prefetch"] = (_, _, _) => Scalar.Of(0),
        ["__builtin_trap"] = (_, _, span) => throw Machine.Stop(Violation.Assertion, "the program is ended by a trap", span),
        ["__builtin_abort"] = (_, _, span) => throw Machine.Stop(Violation.Assertion, "the program is ended", span),
        ["__builtin_nan"] = (_, _, _) => Scalar.Of(FloatBits.Of(double.NaN)),
        ["__builtin_nanf"] = (_, _, _) => Scalar.Of(FloatBits.Of(float.NaN)),
        ["__builtin_inf"] = (_, _, _) => Scalar.Of(FloatBits.Of(double.PositiveInfinity)),
        ["__builtin_inff"] = (_, _, _) => Scalar.Of(FloatBits.Of(float.PositiveInfinity)),
        ["__builtin_huge_val"] = (_, _, _) => Scalar.Of(FloatBits.Of(double.PositiveInfinity)),
        ["__builtin_prefetch"] = (_, _, _) => Scalar.Of(0),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Primitive? Of(string name) => Table.GetValueOrDefault(name);

    private static Scalar NumberOf(Machine machine)
    {
        machine.Run.HasThreadNumber = true;
        return Scalar.Of((ulong)machine.ThreadId);
    }

    /// <summary>Each task has a number of its own (OpenMP 5.2 section 2.4); only that of the initial one is followed.</summary>
    private static Scalar Limit(Machine machine, ulong threads, TextSpan span)
    {
        if (machine.IsConditional || machine.Team is not null)
        {
            throw Machine.Unsupported("setting the number of threads in a region, or for some contents only,", span);
        }

        machine.Run.ThreadLimit = Math.Min((long)threads, machine.Run.Options.Threads);
        return Scalar.Of(0);
    }

    /// <summary>Fewer runs are considered: what holds of them is claimed of no others.</summary>
    private static Scalar Assumed(Machine machine, Scalar condition, TextSpan span)
    {
        var truth = machine.Truth(condition, Sort.Bits(32));
        return truth is { IsConcrete: true, Bits: not 0 } ? truth : throw Machine.Unsupported("a value that the environment chooses", span);
    }

    private static ulong Known(Scalar scalar, TextSpan span) =>
        scalar.IsConcrete ? scalar.Bits : throw Machine.Unsupported("a size or address that depends on contents", span);

    private static Scalar Assert(Machine machine, Scalar condition, TextSpan span)
    {
        var truth = machine.Truth(condition, Sort.Bits(32));
        if (truth.IsConcrete)
        {
            return truth.Bits != 0 ? truth : throw Machine.Stop(Violation.Assertion, "an assertion fails", span);
        }

        machine.Owe(truth.Term, new RunOutcome.Violated(Violation.Assertion, "an assertion fails", span));
        return truth;
    }

    private static Scalar Aligned(Machine machine, ulong pointer, ulong bytes)
    {
        var address = Address.FromBits(pointer);
        return Scalar.Of(address.IsNull || (machine.Memory[address.Object].Alignment % (long)bytes == 0 && address.Offset % (long)bytes == 0));
    }

    private static Scalar Allocate(Machine machine, ulong size, ulong alignment, TextSpan span) =>
        size > int.MaxValue || alignment > int.MaxValue
            ? throw Machine.Unsupported("an allocation of more than 2 GiB", span)
            : Scalar.Of(new Address(machine.Allocate("allocated memory", (long)size, (int)Math.Max(1, alignment)).Id, 0).Bits);

    private static Scalar Free(Machine machine, ulong pointer, TextSpan span)
    {
        var address = Address.FromBits(pointer);
        if (!address.IsNull)
        {
            var freed = machine.Memory.Reach(address, 0, span);
            if (address.Offset != 0 || freed.Name != "allocated memory")
            {
                throw Machine.Stop(Violation.DeadObject, "what is freed was not allocated", span);
            }

            if (machine.Journal is { } journal && address.Object < journal.FirstFreshObject)
            {
                throw Machine.Unsupported("memory that is freed for some contents only", span);
            }

            freed.IsLive = false;
        }

        return Scalar.Of(0);
    }

    private static Scalar Set(Machine machine, ulong target, ulong value, ulong size, TextSpan span)
    {
        Bulk.Set(machine, Address.FromBits(target), (byte)value, (long)size, span);
        return Scalar.Of(target);
    }

    private static Scalar Copy(Machine machine, ulong target, ulong source, ulong size, bool mayOverlap, TextSpan span)
    {
        var (to, from) = (Address.FromBits(target), Address.FromBits(source));
        if (!mayOverlap && size > 0 && machine.Memory.AreInOneObject(to, from) && Math.Abs(to.Offset - from.Offset) < (long)size)
        {
            throw Machine.Stop(Violation.BrokenPromise, "'memcpy' of objects that overlap", span);
        }

        Bulk.Copy(machine, to, from, (long)size, span);
        return Scalar.Of(target);
    }
}
