using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Kernels;

/// <summary>Something that holds a value and can be assigned. Where it was written does not matter for equality.</summary>
public abstract record Place(CType Type, TextSpan Span)
{
    /// <summary>A whole variable.</summary>
    public sealed record Named(Variable Variable, CType Type, TextSpan Span) : Place(Type, Span);

    /// <summary><c>pointer[index]</c>, with the index as it was written.</summary>
    public sealed record Element(Value Pointer, Value Index, CType Type, TextSpan Span) : Place(Type, Span);

    /// <summary><c>*pointer</c></summary>
    public sealed record Dereference(Value Pointer, CType Type, TextSpan Span) : Place(Type, Span);

    public sealed record Field(Place Record, string Name, CType Type, TextSpan Span) : Place(Type, Span);

    /// <summary>One lane of a vector that itself is in a place.</summary>
    public sealed record Lane(Place Vector, Value Index, CType Type, TextSpan Span) : Place(Type, Span);

    /// <summary>A place outside the model.</summary>
    public sealed record Unsupported(string Reason, CType Type, TextSpan Span) : Place(Type, Span);

    /// <summary>The variable this is a part of; null when it is reached through a pointer.</summary>
    public Variable? Root => this switch
    {
        Named named => named.Variable,
        Field part => part.Record.Root,
        Lane lane => lane.Vector.Root,
        Element { Pointer: Value.Decay decay } => decay.Array.Root,
        _ => null,
    };

    public virtual bool Equals(Place? other) =>
        other is not null && EqualityContract == other.EqualityContract && Type.Equals(other.Type);

    public override int GetHashCode() => HashCode.Combine(EqualityContract, Type);
}
