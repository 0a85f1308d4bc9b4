using HpcVerify.Detectors.Policy;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Integrity.Flow;

internal sealed partial class FlowWalk
{
    private static readonly NameSet Allocators = NameSet.Of("malloc realloc aligned_alloc memalign valloc pvalloc alloca alloca_with_align mm_malloc");

    private static readonly NameSet ZeroingAllocators = NameSet.Of("calloc");

    /// <summary>Arrays without an initial value, and allocations: the name of each, and the function it is made in.</summary>
    private readonly Dictionary<object, (string Name, KernelFunction Function)> _unset = [];

    private void WalkCall(KernelStatement.Call call)
    {
        var fact = Called(call.Target, call.Arguments, call.Result?.Type ?? call.Target.Type, call.Span);
        if (call.Result is { } result)
        {
            Define(result, null);
            Hold(result, fact | _context);
        }
    }

    private Fact Called(Symbol target, IReadOnlyList<Value> arguments, CType type, TextSpan span) =>
        _functions.TryGetValue(target, out var function) ? CalledHere(function, arguments) : CalledElsewhere(target, arguments, type, span);

    private Fact CalledHere(KernelFunction function, IReadOnlyList<Value> arguments)
    {
        Meet(function, _depth);
        var context = _contexts.GetValueOrDefault(function);
        if ((context | _context) is var joined && joined != context)
        {
            _contexts[function] = joined;
            _hasChanged = true;
        }

        foreach (var (parameter, argument) in function.Parameters.Zip(arguments))
        {
            var fact = Follow(argument);
            Hold(parameter, fact);
            Define(parameter, argument);
            foreach (var owner in OwnersOf(fact.Roots))
            {
                Fill(owner);
            }
        }

        return _returned.GetValueOrDefault(function);
    }

    /// <summary>A function of somebody else may read all it is pointed to, and change what it is not promised to leave alone.</summary>
    private Fact CalledElsewhere(Symbol target, IReadOnlyList<Value> arguments, CType type, TextSpan span)
    {
        var facts = arguments.Select(Follow).ToArray();
        var name = ForeignFunction.Plain(target.Name);
        var parameters = (target.Type as CType.Function)?.Parameters ?? [];
        var isVariadic = target.Type is not CType.Function { IsVariadic: false };
        var read = Fact.None;
        for (var index = 0; index < facts.Length; index++)
        {
            read |= new Fact(facts[index].Sources, Roots.None);
            read |= IsPointer(arguments[index].Type) && !facts[index].Roots.IsNone ? ContentsAt(facts[index], isFixed: false) : Fact.None;
            if (index < parameters.Length && parameters[index] is CType.Pointer { Pointee.IsConst: true })
            {
                NoteEarly(facts[index].Roots, span);
            }
        }

        for (var index = 0; index < facts.Length; index++)
        {
            var written = index < parameters.Length ? parameters[index] : arguments[index].Type;
            if (written is CType.Pointer { Pointee: not CType.Function and var pointee } && (!pointee.IsConst || (isVariadic && index >= parameters.Length)) && !facts[index].Roots.IsNone && !IsReader(target))
            {
                PutAt(facts[index], Left(name, read, pointee, span));
                NoteWrite(facts[index], ValueStored(facts, index), pointee, span);
            }
        }

        var result = ResultOf(name, read, facts, type, span);
        if (_isLast)
        {
            Calls.Add(new(target, arguments, facts, result, type, span, Here));
        }

        return result;
    }

    /// <summary>What a call leaves where it writes: memory of its own by 'posix_memalign', and otherwise what it has read.</summary>
    private Fact Left(string name, Fact read, CType pointee, TextSpan span) =>
        name == "posix_memalign" ? new(Sources.None, RootOf(span))
        : pointee is CType.Pointer && name is not ("memcpy" or "memmove") ? read with { Roots = Roots.Unknown }
        : read;

    private Fact ResultOf(string name, Fact read, Fact[] facts, CType type, TextSpan span)
    {
        if (Allocators.Contains(name) || ZeroingAllocators.Contains(name))
        {
            if (Allocators.Contains(name) && name != "realloc")
            {
                _unset[span] = ($"the memory from '{name}'", _function);
            }

            return new(Sources.None, RootOf(span));
        }

        if (IsPointer(type))
        {
            return facts.Aggregate(Fact.None, (fact, argument) => fact | argument);
        }

        if (name.Contains("rcp", StringComparison.Ordinal) || name.Contains("rsqrt", StringComparison.Ordinal))
        {
            return NoPointer(read) | Sources.Approximation;
        }

        HasRefinement |= facts.Count(fact => fact.Sources.Has(Sources.Approximation)) > 1;
        return NoPointer(read);
    }

    /// <summary>What is written, without what was there before: a function's own target is no source of what it puts there.</summary>
    private Sources ValueStored(Fact[] facts, int target) =>
        facts.Where((_, index) => index != target)
            .Aggregate(Sources.None, (sources, fact) => sources | fact.Sources | (fact.Roots.IsNone ? Sources.None : ContentsAt(fact, isFixed: false).Sources));

    private void NoteWrite(Fact address, Sources sources, CType type, TextSpan span)
    {
        NoteConstant(address.Roots, span);
        if (_isLast)
        {
            Stores.Add(new(_statement, address.Roots, sources, type, span, Here));
        }
    }

    /// <summary>Instructions that take any pointer and only load from it.</summary>
    private static bool IsReader(Symbol target) => target.InstructionSet.Length > 0 && target.Type is CType.Function { Result: not CType.Void };

    private static bool IsPointer(CType type) => type is CType.Pointer or CType.Array or CType.VariableArray;
}
