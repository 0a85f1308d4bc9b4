using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric.Extracting;

internal sealed partial class Extractor
{
    /// <summary>Functions of the C library and the OpenMP runtime that touch no memory of the program (C17 7).</summary>
    private static readonly ImmutableHashSet<string> Harmless =
    [
        "printf", "fprintf", "puts", "putchar", "fputs", "fputc", "putc", "fflush", "perror", "exit", "abort", "_Exit", "atoi", "atol", "atof", "strtol",
        "rand", "srand", "time", "clock", "strlen", "strcmp", "getenv", "usleep", "sleep", "fclose", "fopen", "remove",
        "omp_init_lock", "omp_destroy_lock", "omp_init_nest_lock", "omp_destroy_nest_lock", "omp_init_lock_with_hint", "omp_init_nest_lock_with_hint",
        "omp_in_parallel", "omp_get_level", "omp_get_thread_limit", "omp_set_nested", "omp_get_nested", "omp_set_max_active_levels", "omp_get_max_active_levels",
        "__builtin_trap", "__builtin_abort", "__builtin_prefetch", "__builtin_nan", "__builtin_inf", "__builtin_nanf", "__builtin_inff",
    ];

    /// <summary>What a function that the engines know by name does; null for others. <c>hv_primitives.h</c> says what each means.</summary>
    private Symbolic? Primitive(string name, ImmutableArray<Symbolic> values, ImmutableArray<Value> arguments, CType type, TextSpan span)
    {
        switch (name)
        {
            case "hv_thread_id" when IsInTask:
                return Symbolic.Of(IntegerPolynomial.Of(_journal.Dimension("executor", DimensionKind.Free, Innermost, span, own => Formula.And(
                    Formula.AtLeast(IntegerPolynomial.Of(own), IntegerPolynomial.Zero),
                    Formula.Less(IntegerPolynomial.Of(own), IntegerPolynomial.Of(((Enclosure.Parallel)_team!.Region).Count))))));
            case "hv_thread_id":
                return _team is { Region: Enclosure.Parallel team } ? Symbolic.Of(IntegerPolynomial.Of(team.Thread)) : Symbolic.Of(0);
            case "hv_thread_count":
                return _team is { Region: Enclosure.Parallel threads } ? Symbolic.Of(IntegerPolynomial.Of(threads.Count)) : Symbolic.Of(1);
            case "omp_get_team_num":
                return League is { } league ? Symbolic.Of(IntegerPolynomial.Of(league.Team)) : Symbolic.Of(0);
            case "omp_get_num_teams":
                return League is { } teams ? Symbolic.Of(IntegerPolynomial.Of(teams.Count)) : Symbolic.Of(1);
            case "hv_thread_limit":
                return Positive("thread_limit", span);
            case "hv_alloc":
                return Allocated(NumberOf(values[0], SizeType, span, "size"), values[1].Integer?.Constant, span);
            case "hv_memset":
                Unpointed(values[0], span);
                Touch(AccessKind.Write, values[0], NumberOf(values[2], SizeType, span, "size"), 1, false, span);
                Forgotten(values[0], span);
                return new Symbolic.Unknown();
            case "hv_memcpy" or "hv_memmove":
                var size = NumberOf(values[2], SizeType, span, "size");
                Unpointed(values[0], span);
                Unpointed(values[1], span);
                Touch(AccessKind.Read, values[1], size, 1, false, span);
                Touch(AccessKind.Write, values[0], size, 1, false, span);
                Forgotten(values[0], span);
                return new Symbolic.Unknown();
            case "hv_aligned":
                Demand(values[0], values[1], span);
                return Symbolic.Of(1);
            case "omp_set_lock" or "omp_set_nest_lock":
                _state = values is [Symbolic.Address taken] ? _state with { Locks = _state.Locks.Add(new(taken.Object, taken.Offset)) } : _state;
                return new Symbolic.Unknown();
            case "omp_unset_lock" or "omp_unset_nest_lock":
                Unlock(values, span);
                return new Symbolic.Unknown();
            case "scanf" or "fscanf" or "sscanf" when _enclosures.IsEmpty:
                Forget(variable => !variable.IsUnshared, span, DimensionKind.Parameter);
                return Anything(type, name, DimensionKind.Parameter, span);
            case "time" or "strtol" when _team is not null && values.Any(value => value is Symbolic.Address):
                return null;
            default:
                ReadTexts(values, arguments, span);
                return name.StartsWith("hv_", StringComparison.Ordinal) || Harmless.Contains(name)
                    ? Anything(type, name, _enclosures.IsEmpty ? DimensionKind.Parameter : DimensionKind.Free, span)
                    : null;
        }
    }

    private Symbolic.Address Allocated(IntegerPolynomial size, System.Numerics.BigInteger? alignment, TextSpan span)
    {
        _journal.Add(new SizeDemand(size, Least: 0, Setting(span)));
        return new(_journal.Object("allocated", DataObjectKind.Heap, size, null, Innermost, CallSite(span), alignment: (int?)alignment), IntegerPolynomial.Zero);
    }

    /// <summary>A lock that is not known to be held may be another one of its object, or one that another thread set.</summary>
    private void Unlock(ImmutableArray<Symbolic> values, TextSpan span)
    {
        var left = values is [Symbolic.Address address] ? new HeldLock(address.Object, address.Offset) : null;
        if (left is not null && _state.Locks.Contains(left))
        {
            _state = _state with { Locks = _state.Locks.Remove(left) };
            return;
        }

        _state = _state with { Locks = [] };
        Signalled("lock that another thread may have set", span, []);
    }

    /// <summary>What a team's thread prints, measures or compares it reads, as far as it goes.</summary>
    private void ReadTexts(ImmutableArray<Symbolic> values, ImmutableArray<Value> arguments, TextSpan span)
    {
        foreach (var (value, argument) in values.Zip(arguments))
        {
            if (_team is not null && argument.Type is CType.Pointer { Pointee: CType.Integer { WidthInBits: 8 } } && value is Symbolic.Address { Object: { Kind: not DataObjectKind.Unknown } made } && (made.Kind != DataObjectKind.Static || made.Type is not null))
            {
                Touch(AccessKind.Read, value, NumberOf(Positive("length", span), SizeType, span), 1, false, span);
            }
        }
    }

    private Symbolic Positive(string name, TextSpan span) => Symbolic.Of(IntegerPolynomial.Of(_journal.Dimension(
        name, DimensionKind.Free, Innermost, span, own => Formula.AtLeast(IntegerPolynomial.Of(own), IntegerPolynomial.One))));

    private void Demand(Symbolic address, Symbolic bytes, TextSpan span)
    {
        if (bytes.Integer?.Constant is { } number && number > 1)
        {
            _ = address.Select(part =>
            {
                if (part is Symbolic.Address known)
                {
                    _journal.Add(new AlignmentDemand(known.Object, known.Offset, (int)number, Setting(span)));
                }

                return part;
            });
        }
    }

    /// <summary>What a bulk operation writes is no longer known.</summary>
    private void Forgotten(Symbolic address, TextSpan span)
    {
        if (address is Symbolic.Address { Object: var reached } && reached.Kind is not (DataObjectKind.Unknown or DataObjectKind.Parameter))
        {
            Forget(variable => _variables.TryGetValue(reached, out var behind) && behind == variable, span);
            return;
        }

        Forget(variable => !variable.IsUnshared, span);
    }

    /// <summary>A function without a body here may change all that it can reach.</summary>
    private Symbolic Foreign(Symbol target, ImmutableArray<Value> arguments, CType type, TextSpan span)
    {
        if (arguments.Any(argument => argument.Type is CType.Pointer) || type is CType.Pointer || target.Origin != SymbolOrigin.Library)
        {
            Gap(GapKind.Call, $"call of '{target.Name}', which has no body here", span);
        }

        Forget(variable => !variable.IsUnshared, span);
        return Anything(type, target.Name, DimensionKind.Free, span);
    }
}
