using HpcVerify.Detectors.Policy;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Integrity.Flow;

/// <summary>Where the values of a kernel come from and go to, as detectors ask for it.</summary>
internal sealed class DataFlow
{
    private const int LongestQuotation = 60;

    private readonly SourceText _source;
    private readonly HashSet<KernelStatement> _works = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<KernelFunction> _workers = [];
    private readonly Dictionary<object, int> _depths = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<KernelStatement, bool> _doesWork = new(ReferenceEqualityComparer.Instance);

    private DataFlow(SourceText source, FlowWalk walk, KernelFunction entry, Specification? specification)
    {
        _source = source;
        Walk = walk;
        Entry = entry;
        Sizes = new(walk, entry);
        Outputs = specification?.Outputs ?? Pointers(pointee => !pointee.IsConst);
        Inputs = specification?.Inputs ?? Pointers(_ => true);
        _works.UnionWith(walk.Stores.Where(store => store.IsWork(Inputs, Outputs)).Select(store => store.Statement));
        _works.UnionWith(walk.Returns.Where(exit => (exit.Sources.ContentsOf & Inputs) != 0).Select(exit => exit.Statement));
        foreach (var condition in walk.Conditions)
        {
            _depths[condition.Node] = condition.At.LoopDepth;
        }

        AddCallers();
    }

    /// <summary>
    /// Null where the file does not define the entry point with its type, or holds C that the front end cannot read: other
    /// rules say so, and what is left of such a file says nothing.
    /// </summary>
    public static DataFlow? Of(SyntaxTree tree, Lazy<LooseModule> loose, DetectionContext context)
    {
        if (!tree.Errors.IsEmpty || tree.Definition(context.EntryPoint) is not { } definition || !EntryPointSignature.IsRight(definition, context.Prototype))
        {
            return null;
        }

        var module = loose.Value.Module;
        return module.Function(context.EntryPoint) is { Body: not null } entry ? new(tree.Source, FlowWalk.Of(module, entry), entry, context.Specification) : null;
    }

    public FlowWalk Walk { get; }

    public KernelFunction Entry { get; }

    public SizeNumbers Sizes { get; }

    /// <summary>The parameters, one bit each, that the kernel may write.</summary>
    public ulong Outputs { get; }

    /// <summary>The parameters, one bit each, that hold something when the kernel is called.</summary>
    public ulong Inputs { get; }

    /// <summary>The name of the first of the parameters.</summary>
    public string NameOf(ulong parameters) =>
        Enumerable.Range(0, Entry.Parameters.Length).Where(index => (parameters & Sources.Slot(index)) != 0).Select(index => Entry.Parameters[index].Name).FirstOrDefault("");

    /// <summary>A value as it was written, on one line and cut short.</summary>
    public string TextOf(Value value) => TextAt(value.Span);

    /// <summary>What was written at a place of the file.</summary>
    public string TextAt(TextSpan span)
    {
        var words = string.Join(' ', _source.Quote(span).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return words.Length > LongestQuotation ? words[..LongestQuotation] + "…" : words;
    }

    /// <summary>How many loops are around a condition; 0 for what is no condition.</summary>
    public int DepthOf(object condition) => _depths.GetValueOrDefault(condition);

    /// <summary>Whether a statement, or one inside of it or of a function it calls, makes something of the inputs that the caller sees.</summary>
    public bool DoesWork(KernelStatement statement)
    {
        if (!_doesWork.TryGetValue(statement, out var does))
        {
            does = KernelWalk.DescendantsAndSelf(statement).Any(node => node switch
            {
                KernelStatement.Call call when Walk.FunctionOf(call.Target) is { } function => _workers.Contains(function),
                KernelStatement inner => _works.Contains(inner),
                _ => false,
            });
            _doesWork[statement] = does;
        }

        return does;
    }

    private void AddCallers()
    {
        var left = Walk.Reached.Where(function => function != Entry).ToList();
        while (left.RemoveAll(function => DoesWork(function.Body!) && _workers.Add(function)) > 0)
        {
            _doesWork.Clear();
        }

        _doesWork.Clear();
    }

    private ulong Pointers(Func<CType, bool> isMeant) =>
        Entry.Parameters.Select((parameter, index) => parameter.Type is CType.Pointer { Pointee: var pointee } && isMeant(pointee) ? Sources.Slot(index) : 0)
            .Aggregate(0UL, (all, slot) => all | slot);
}
