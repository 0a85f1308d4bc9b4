using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Syntax;

/// <summary>An attribute by its bare name (<c>aligned</c>, not <c>__aligned__</c>); empty when the name could not be read.</summary>
public sealed record DeclarationAttribute(string Name, TextSpan Span)
{
    /// <summary>What <c>aligned</c> asks for, in bytes; null where it asks for something else than a number.</summary>
    public int? AlignmentInBytes { get; init; }
}

/// <summary>A field of a record type.</summary>
public sealed record RecordField(string Name, CType Type, int? BitWidth, TextSpan Span);

/// <summary>A declaration as it was written.</summary>
public abstract record Declaration(TextSpan Span)
{
    /// <summary>A function's prototype, or its definition when <paramref name="Body"/> is there.</summary>
    public sealed record Function(
        Symbol Symbol,
        ImmutableArray<Symbol> Parameters,
        Statement? Body,
        ImmutableArray<DeclarationAttribute> Attributes,
        TextSpan NameSpan,
        TextSpan Span) : Declaration(Span)
    {
        public CType.Function Type => (CType.Function)Symbol.Type;

        /// <summary>The extents written for array parameters, if they are computed when the function is entered.</summary>
        public ImmutableDictionary<Symbol, ImmutableArray<Expression>> ParameterExtents { get; init; } =
            ImmutableDictionary<Symbol, ImmutableArray<Expression>>.Empty;

        /// <summary>
        /// The computed extents of a parameter, outermost first. They may begin with that of the array the parameter itself was
        /// written as, which is computed and then says nothing, since the parameter is a pointer (C17 6.7.6.3p7).
        /// </summary>
        public ImmutableArray<Expression> ExtentsOf(Symbol parameter) => ParameterExtents.GetValueOrDefault(parameter, []);
    }

    /// <summary>A variable; <paramref name="Extents"/> are the expressions of a variable-length array, outermost first.</summary>
    public sealed record Variable(
        Symbol Symbol,
        Expression? Initializer,
        ImmutableArray<Expression> Extents,
        ImmutableArray<DeclarationAttribute> Attributes,
        TextSpan NameSpan,
        TextSpan Span) : Declaration(Span);

    public sealed record Record(string Name, bool IsUnion, ImmutableArray<RecordField> Fields, TextSpan Span) : Declaration(Span);

    public sealed record Enumeration(string Name, ImmutableArray<Symbol> Constants, TextSpan Span) : Declaration(Span);

    public sealed record Typedef(string Name, CType Type, TextSpan Span) : Declaration(Span);

    /// <summary>Assembly at file scope.</summary>
    public sealed record Assembly(TextSpan Span) : Declaration(Span);

    public sealed record StaticAssertion(TextSpan Span) : Declaration(Span);

    public sealed record Empty(TextSpan Span) : Declaration(Span);

    public sealed record Unsupported(string Reason, TextSpan Span) : Declaration(Span);
}
