using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Kernels;

/// <summary>What the lowerings of one file's functions share: its variables, the names in use, and what was found.</summary>
internal sealed partial class ModuleScope
{
    private static readonly Rule UnsupportedConstruct = new(
        "HV9002", Severity.Warning, "Unsupported construct", "{0} is not modelled",
        "The kernel uses C or OpenMP whose meaning is not modelled. It is kept as an explicit node, and nothing will ever be proved of a run that reaches it.");

    private readonly Dictionary<Symbol, Variable> _variables = [];
    private readonly Dictionary<Symbol, ImmutableArray<DeclarationAttribute>> _attributes = [];
    private readonly HashSet<string> _fileNames;
    private HashSet<string> _names;
    private readonly HashSet<Symbol> _addressTaken = [];
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public ModuleScope(SyntaxTree tree)
    {
        var nodes = tree.Declarations.SelectMany(SyntaxWalk.DescendantsAndSelf).ToList();
        _fileNames = [.. nodes.OfType<Expression.Reference>().Where(reference => reference.Symbol.Kind == SymbolKind.Function)
            .Select(reference => reference.Symbol.Name), .. tree.Functions.Select(function => function.Symbol.Name)];
        _names = _fileNames;
        foreach (var variable in nodes.OfType<Declaration.Variable>())
        {
            _attributes[variable.Symbol] = variable.Attributes;
        }

        _addressTaken.UnionWith(nodes.Select(ExposedRoot).OfType<Symbol>());
        Calls = new(tree);
        ThreadPrivate = ThreadPrivateNames(tree, nodes);
    }

    public CallEffects Calls { get; }

    /// <summary>The names in <c>threadprivate</c> directives.</summary>
    public IReadOnlySet<string> ThreadPrivate { get; }

    public Sequencing Sequencing => new(Calls, _addressTaken);

    public ImmutableArray<Diagnostic> Diagnostics => [.. _diagnostics.Distinct().Order(Diagnostic.Order)];

    /// <summary>The one variable behind a symbol.</summary>
    public Variable VariableOf(Symbol symbol)
    {
        if (!_variables.TryGetValue(symbol, out var variable))
        {
            variable = new(UniqueName(symbol.Name), symbol.Type, symbol.Storage, symbol)
            {
                IsAddressTaken = _addressTaken.Contains(symbol),
                AlignmentInBytes = AlignmentOf(symbol),
                HasUnreadAlignment = _attributes.GetValueOrDefault(symbol, []).Any(attribute => attribute is { Name: "aligned", AlignmentInBytes: null }),
                IsThreadPrivate = symbol.Storage != StorageKind.Automatic && ThreadPrivate.Contains(symbol.Name),
            };
            _variables[symbol] = variable;
        }

        return variable;
    }

    /// <summary>Locals of different functions may have the same name; names of the file are in use in all of them.</summary>
    public void BeginFunction() => _names = [.. _fileNames];

    public string UniqueName(string name)
    {
        var unique = name.Length > 0 ? name : "unnamed";
        for (var suffix = 1; !_names.Add(unique); suffix++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{suffix}");
        }

        return unique;
    }

    public string Report(TextSpan span, string construct)
    {
        _diagnostics.Add(UnsupportedConstruct.At(span, construct));
        return construct;
    }

    private int? AlignmentOf(Symbol symbol) =>
        _attributes.GetValueOrDefault(symbol, []).Max(attribute => attribute.AlignmentInBytes);

    /// <summary>The variable whose address an expression makes: by <c>&amp;</c>, or by passing on an array.</summary>
    private static Symbol? ExposedRoot(object node) => node switch
    {
        Expression.Unary { Operator: UnaryOperator.AddressOf } unary => SyntaxParts.RootOf(unary.Operand),
        Expression.Subscript => null,
        Expression.Cast { Operand.Type: CType.Array or CType.VariableArray } cast => SyntaxParts.RootOf(cast.Operand),
        _ => null,
    };

    private static HashSet<string> ThreadPrivateNames(SyntaxTree tree, List<object> nodes) =>
    [
        .. tree.Pragmas.SelectMany(pragma => ThreadPrivateList().Match(pragma.Text).Groups[1].Value.Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        .. nodes.OfType<Statement.Directive>().Where(directive => directive.Content.Name == "threadprivate")
            .SelectMany(directive => directive.Content.Clauses).SelectMany(clause => clause.Operands)
            .OfType<Expression.Reference>().Select(reference => reference.Symbol.Name),
    ];

    [GeneratedRegex(@"omp\s+threadprivate\s*\(([^)]*)\)")]
    private static partial Regex ThreadPrivateList();
}
