using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>
/// A kernel as techniques are seen in it: one body with calls expanded, its loops in each other, its statements in
/// order, and what defines each variable.
/// </summary>
public sealed class KernelNest
{
    private static readonly IReadOnlyList<Definition> None = [];
    private readonly Dictionary<Variable, List<Definition>> _definitions;
    private readonly Dictionary<Variable, int> _declarations;
    private readonly Dictionary<Variable, Definition?> _only = [];

    private KernelNest(ExpandedKernel kernel, ImmutableArray<Annotation> annotations, NestWalk walk)
    {
        Entry = kernel.Entry;
        Reached = kernel.Reached;
        Body = kernel.Body;
        Loops = [.. walk.Loops];
        Statements = [.. walk.Statements];
        Regions = [.. walk.Regions];
        Calls = [.. Nodes.Select(item => CallAt(item.Node, item.At)).OfType<ModelCall>()];
        _definitions = walk.Definitions;
        _declarations = walk.Declarations;
        AddressTaken = Statements.SelectMany(statement => statement.Nodes).OfType<Value.AddressOf>()
            .Select(address => address.Place is Place.Named or Place.Field ? address.Place.Root : null).OfType<Variable>().ToImmutableHashSet();
        Algebra = new(this);
        var shapes = new LoopShapes(this);
        foreach (var loop in Loops)
        {
            loop.Shape = shapes.Of(loop);
        }

        Accumulators = Accumulator.In(this);
        Annotations = [.. annotations.Where(annotation => Statements.Any(statement =>
            annotation.Body.Start <= statement.Statement.Span.Start && statement.Statement.Span.End <= annotation.Body.End))];
    }

    public static KernelNest Of(LooseModule loose, KernelFunction entry) => Of(loose, Expansion.Of(loose.Module, entry));

    internal static KernelNest Of(LooseModule loose, ExpandedKernel kernel) => new(kernel, loose.SetAside, NestWalk.Of(kernel.Body));

    public KernelFunction Entry { get; }

    /// <summary>The functions whose bodies are in it.</summary>
    public ImmutableHashSet<KernelFunction> Reached { get; }

    /// <summary>The expanded body itself.</summary>
    public KernelStatement.Block Body { get; }

    /// <summary>Outer loops before inner ones.</summary>
    public ImmutableArray<NestLoop> Loops { get; }

    public ImmutableArray<NestStatement> Statements { get; }

    public ImmutableArray<NestRegion> Regions { get; }

    /// <summary>What was set aside on the way to the kernel form and governs code that is reached.</summary>
    public ImmutableArray<Annotation> Annotations { get; }

    public ImmutableHashSet<Variable> AddressTaken { get; }

    public Algebra Algebra { get; }

    /// <summary>What loops add up in variables.</summary>
    public ImmutableArray<Accumulator> Accumulators { get; }

    /// <summary>All that is assigned to a variable or to a part of it, in order.</summary>
    public IReadOnlyList<Definition> DefinitionsOf(Variable variable) => _definitions.GetValueOrDefault(variable) ?? None;

    /// <summary>The only value that a scalar of the kernel's own ever gets; null for all others, and for one that is made of what is computed later.</summary>
    public Definition? OnlyDefinitionOf(Variable variable)
    {
        if (!_only.TryGetValue(variable, out var only))
        {
            only = SingleDefinitionOf(variable) is { } single && KernelWalk.DescendantsAndSelf(single.Value!).OfType<Place.Named>()
                .All(named => SingleDefinitionOf(named.Variable) is not { } other || other.At.Order < single.At.Order) ? single : null;
            _only[variable] = only;
        }

        return only;
    }

    private Definition? SingleDefinitionOf(Variable variable) =>
        variable is { Storage: StorageKind.Automatic, Type: not (CType.Array or CType.VariableArray) } && !Entry.Parameters.Contains(variable)
            && !AddressTaken.Contains(variable) && DefinitionsOf(variable) is [{ Value: not null, Target: Place.Named } only]
            ? only
            : null;

    /// <summary>Where a variable comes to life; null for parameters, globals and temporaries.</summary>
    public int? DeclarationOf(Variable variable) => _declarations.TryGetValue(variable, out var order) ? order : null;

    /// <summary>Whether a variable is there before a loop begins.</summary>
    public bool IsDeclaredOutside(Variable variable, NestLoop loop) => !_declarations.TryGetValue(variable, out var order) || !loop.Contains(order);

    /// <summary>Everything that a value can come from: its own nodes, and those of whatever is assigned to the variables in it.</summary>
    public IEnumerable<object> Behind(Value value)
    {
        var pending = new Stack<Value>([value]);
        var seen = new HashSet<Variable>();
        while (pending.TryPop(out var next))
        {
            foreach (var node in KernelWalk.DescendantsAndSelf(next))
            {
                yield return node;
                foreach (var definition in node is Place.Named named && seen.Add(named.Variable) ? DefinitionsOf(named.Variable) : None)
                {
                    pending.Push(definition.Value ?? new Value.Unsupported("", definition.Target.Type, default));
                }
            }
        }
    }

    /// <summary>Every node that can run, and the statement it is part of.</summary>
    public IEnumerable<(object Node, NestStatement At)> Nodes => Statements.SelectMany(statement => statement.Nodes.Select(node => (node, statement)));

    /// <summary>The calls of functions that the file does not define.</summary>
    public ImmutableArray<ModelCall> Calls { get; }

    private static ModelCall? CallAt(object node, NestStatement at) => node switch
    {
        Value.PureCall { Target.Origin: not SymbolOrigin.Kernel } call => new(call.Target, call.Arguments, call.Span, at),
        KernelStatement.Call { Target.Origin: not SymbolOrigin.Kernel } call => new(call.Target, call.Arguments, call.Span, at),
        _ => null,
    };
}

/// <summary>A call of a function that the file does not define.</summary>
public sealed record ModelCall(Symbol Target, ImmutableArray<Value> Arguments, TextSpan Span, NestStatement At);
