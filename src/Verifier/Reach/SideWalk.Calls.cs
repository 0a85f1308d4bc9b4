using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Reach;

internal sealed partial class SideWalk
{
    /// <summary>Calls within calls that are gone into.</summary>
    private const int MostNested = 8;

    private const int MostInlined = 1000;

    private readonly Stack<List<(string Path, WholeTerm? Value)>> _returns = new();
    private readonly List<KernelFunction> _inside = [];
    private int _inlined;

    /// <summary>What a call returns; null where that is no integer.</summary>
    private WholeTerm? Called(Symbol target, ImmutableArray<Value> arguments, WalkState at)
    {
        ImmutableArray<WholeTerm?> passed = [.. arguments.Select(argument => Read(argument, at))];
        var result = IntegerRange.Of(((CType.Function)target.Type).Result);
        if (_module.Function(target.Name) is { Body: not null } function && function.Symbol == target)
        {
            return Inlined(function, passed, at) is { } returned && result is not null && returned.IsWithin(result) ? returned : Any();
        }

        return target.Name switch
        {
            "omp_get_thread_num" => at.Thread,
            "omp_get_num_threads" => at.Team,
            _ => Any(),
        };

        WholeTerm? Any() => result is null ? null : _formulas.Fresh(result.Least, result.Greatest);
    }

    /// <summary>Goes through a function's body for one call of it.</summary>
    private WholeTerm? Inlined(KernelFunction function, ImmutableArray<WholeTerm?> arguments, WalkState at)
    {
        if (!IsUnderstood(function) || _inside.Contains(function) || _inside.Count >= MostNested || ++_inlined > MostInlined || _formulas.IsFull)
        {
            Open(function);
            return null;
        }

        var state = at with { Values = ImmutableDictionary<Variable, WholeTerm>.Empty, Unstable = [] };
        foreach (var (index, parameter) in function.Parameters.Index())
        {
            state = Assigned(parameter, arguments.ElementAtOrDefault(index), state);
        }

        _inside.Add(function);
        _returns.Push([]);
        Walk(function.Body!, state);
        var returns = _returns.Pop();
        _inside.RemoveAt(_inside.Count - 1);
        return Returned(function, returns);
    }

    /// <summary>One of the values returned, if any of the ways to them is taken.</summary>
    private WholeTerm? Returned(KernelFunction function, List<(string Path, WholeTerm? Value)> returns)
    {
        if (IntegerRange.Of(function.Type.Result) is not { } range || returns.Count == 0 || returns.Exists(way => way.Value is null))
        {
            return null;
        }

        if (returns is [var (_, only)])
        {
            return only;
        }

        var result = _formulas.Fresh(range.Least, range.Greatest);
        var (any, one) = (SizeFormulas.False, SizeFormulas.False);
        foreach (var (path, value) in returns)
        {
            any = _formulas.Or(any, path);
            one = _formulas.Or(one, _formulas.And(path, _formulas.And(
                _formulas.Compare(Operation.Equal, result, value!), value!.IsWithin(range) ? SizeFormulas.True : SizeFormulas.False)));
        }

        _formulas.State(result, _formulas.Implies(any, one));
        return result;
    }

    /// <summary>Jumps and gaps may change anything about what is around them.</summary>
    private static bool IsUnderstood(KernelFunction function) => !KernelWalk.DescendantsAndSelf(function.Body!).Any(node =>
        node is KernelStatement.Goto or KernelStatement.Label or KernelStatement.Unsupported or Place.Unsupported or Value.FunctionAddress);

    /// <summary>Nothing is known of a function's sides, nor of those it calls.</summary>
    private void Open(KernelFunction function)
    {
        var pending = new Stack<KernelFunction>([function]);
        while (pending.TryPop(out var next))
        {
            if (next.Body is null || !_open.Add(next))
            {
                continue;
            }

            foreach (var node in KernelWalk.DescendantsAndSelf(next.Body))
            {
                _open.Add(node);
                if (node is KernelStatement.Call { Target: var called } && _module.Function(called.Name) is { } one)
                {
                    pending.Push(one);
                }
                else if (node is Value.PureCall { Target: var pure } && _module.Function(pure.Name) is { } other)
                {
                    pending.Push(other);
                }
            }
        }
    }
}
