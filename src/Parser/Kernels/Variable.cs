using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>One object a kernel names, or a temporary of lowering. Two places mean the same object when they hold the same variable.</summary>
public sealed class Variable(string name, CType type, StorageKind storage, Symbol? symbol)
{
    /// <summary>The name it is printed with; no other variable that the same function can see has it.</summary>
    public string Name { get; } = name;

    public CType Type { get; } = type;

    public StorageKind Storage { get; } = storage;

    /// <summary>The name it had in the file; null for a temporary.</summary>
    public Symbol? Symbol { get; } = symbol;

    /// <summary>Whether a pointer to it, or to a part of it, may exist.</summary>
    public bool IsAddressTaken { get; init; }

    /// <summary>Whether an OpenMP directive gives every thread one of its own.</summary>
    public bool IsThreadPrivate { get; init; }

    /// <summary>What <c>_Alignas</c> or <c>aligned</c> ask for; null when there is neither, or none that could be read.</summary>
    public int? AlignmentInBytes { get; init; }

    /// <summary>Whether more alignment is asked for than <see cref="AlignmentInBytes"/> knows of.</summary>
    public bool HasUnreadAlignment { get; init; }

    public bool IsTemporary => Symbol is null;

    public bool IsParameter => Symbol?.Kind == SymbolKind.Parameter;

    /// <summary>Whether only statements that name it can read or change it.</summary>
    public bool IsUnshared => Storage == StorageKind.Automatic && !IsAddressTaken;

    public override string ToString() => Name;
}
