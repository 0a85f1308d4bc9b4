using System.Diagnostics;

namespace HpcVerify.Trainer.Variants;

/// <summary>
/// Arithmetic on a whole vector, in the words of one unit. What it needs of headers and helpers it adds to the kernel. The only place of the
/// generator that knows the names of intrinsics.
/// </summary>
internal sealed class Lanes
{
    private const string Header = "immintrin.h";

    private readonly KernelText _kernel;
    private readonly bool _isDouble;
    private readonly string _prefix;
    private readonly string _suffix;

    /// <param name="element"><c>double</c> or <c>float</c>.</param>
    public Lanes(VectorUnit unit, string element, KernelText kernel)
    {
        (Unit, Element, _kernel) = (unit, element, kernel);
        _isDouble = element == "double";
        _prefix = unit == VectorUnit.Avx512 ? "_mm512_" : "_mm256_";
        _suffix = _isDouble ? "pd" : "ps";
        var bytes = unit switch { VectorUnit.Avx512 or VectorUnit.Gnu => 64, VectorUnit.Avx2 => 32, _ => 0 };
        Width = bytes == 0 ? 1 : bytes / (_isDouble ? sizeof(double) : sizeof(float));
        if (IsIntrinsic)
        {
            kernel.Include(Header);
        }
        else if (unit == VectorUnit.Gnu)
        {
            kernel.Include("string.h");
            kernel.Help($"typedef {element} vec __attribute__((vector_size({bytes})));");
            kernel.Help($"static vec load(const {element} *p)\n{{\n    vec v;\n    memcpy(&v, p, sizeof v);\n    return v;\n}}");
        }
    }

    public VectorUnit Unit { get; }

    public string Element { get; }

    /// <summary>Elements of a vector.</summary>
    public int Width { get; }

    public bool IsIntrinsic => Unit is VectorUnit.Avx2 or VectorUnit.Avx512;

    /// <summary>Whether elements are moved by more than an assignment.</summary>
    public bool IsVector => Width > 1;

    public string Type => Unit switch
    {
        VectorUnit.Avx512 => _isDouble ? "__m512d" : "__m512",
        VectorUnit.Avx2 => _isDouble ? "__m256d" : "__m256",
        VectorUnit.Gnu => "vec",
        _ => Element,
    };

    /// <summary>The type of a number that is the same in all lanes.</summary>
    public string BroadcastType => IsIntrinsic ? Type : Element;

    public string MaskType => Unit == VectorUnit.Avx512 ? $"__mmask{Width}" : "__m256i";

    public string Zero => Unit switch
    {
        VectorUnit.Gnu => "(vec){ 0 }",
        _ when IsIntrinsic => $"{_prefix}setzero_{_suffix}()",
        _ => _isDouble ? "0.0" : "0.0f",
    };

    public string Broadcast(string number) => IsIntrinsic ? $"{_prefix}set1_{_suffix}({number})" : number;

    public string Load(string place) => Unit == VectorUnit.Gnu ? $"load(&{place})" : IsIntrinsic ? $"{_prefix}loadu_{_suffix}(&{place})" : place;

    /// <summary>Under a mask, where there is one.</summary>
    public string Load(string place, string? mask) => mask is null ? Load(place)
        : Unit == VectorUnit.Avx512 ? $"{_prefix}maskz_loadu_{_suffix}({mask}, &{place})"
        : $"{_prefix}maskload_{_suffix}(&{place}, {mask})";

    /// <summary>A statement.</summary>
    public string Store(string place, string value)
    {
        if (Unit == VectorUnit.Gnu)
        {
            _kernel.Help($"static void store({Element} *p, vec v)\n{{\n    memcpy(p, &v, sizeof v);\n}}");
            return $"store(&{place}, {value});";
        }

        return IsIntrinsic ? $"{_prefix}storeu_{_suffix}(&{place}, {value});" : $"{place} = {value};";
    }

    /// <summary>Under a mask, where there is one.</summary>
    public string Store(string place, string? mask, string value) => mask is null ? Store(place, value)
        : Unit == VectorUnit.Avx512 ? $"{_prefix}mask_storeu_{_suffix}(&{place}, {mask}, {value});"
        : $"{_prefix}maskstore_{_suffix}(&{place}, {mask}, {value});";

    /// <summary>Where the vector of that number begins, which may be the counter of a loop, in a row of vectors from <paramref name="start"/> on.</summary>
    public string At(string start, string v) => v == "0" ? start
        : int.TryParse(v, out var number) ? $"{start} + {number * Width}"
        : Width == 1 ? $"{start} + {v}"
        : $"{start} + {Width} * {v}";

    /// <summary>The statement that adds a product to what is there.</summary>
    public string Accumulate(string target, string first, string second) =>
        IsIntrinsic ? $"{target} = {MultiplyAdd(first, second, target)};" : $"{target} += {first} * {second};";

    /// <summary>A product and a sum, in one instruction where the recipe has it so.</summary>
    public string MultiplyAdd(string first, string second, string added) =>
        !IsIntrinsic ? $"{first} * {second} + {added}"
        : _kernel.Recipe.IsFused ? $"{_prefix}fmadd_{_suffix}({first}, {second}, {added})"
        : Add(added, Multiply(first, second));

    public string Add(string first, string second) => IsIntrinsic ? $"{_prefix}add_{_suffix}({first}, {second})" : $"{first} + {second}";

    public string Subtract(string first, string second) => IsIntrinsic ? $"{_prefix}sub_{_suffix}({first}, {second})" : $"{first} - {second}";

    public string Multiply(string first, string second) => IsIntrinsic ? $"{_prefix}mul_{_suffix}({first}, {second})" : $"{first} * {second}";

    /// <summary>The sum of all lanes.</summary>
    public string Sum(string vector)
    {
        switch (Unit)
        {
            case VectorUnit.Avx512:
                return $"_mm512_reduce_add_{_suffix}({vector})";
            case VectorUnit.Avx2:
                var terms = string.Join(" + ", Enumerable.Range(0, Width).Select(lane => $"t[{lane}]"));
                _kernel.Help($"static {Element} total({Type} v)\n{{\n    {Element} t[{Width}];\n    {Store("t[0]", "v")}\n    return {terms};\n}}");
                return $"total({vector})";
            case VectorUnit.Gnu:
                _kernel.Help($"static {Element} total(vec v)\n{{\n    {Element} t = 0;\n    for (int l = 0; l < {Width}; l++)\n        t += v[l];\n    return t;\n}}");
                return $"total({vector})";
            default:
                return vector;
        }
    }

    /// <summary>The mask of as many lanes as are left, which may be none or more than there are.</summary>
    public string Mask(string left)
    {
        switch (Unit)
        {
            case VectorUnit.Avx512:
                _kernel.Help($"static __mmask{Width} lanes(int left)\n{{\n    return left >= {Width} ? {(1 << Width) - 1} : left > 0 ? (1 << left) - 1 : 0;\n}}");
                break;
            case VectorUnit.Avx2 when _isDouble:
                _kernel.Help("static __m256i lanes(int left)\n{\n    return _mm256_cmpgt_epi64(_mm256_set1_epi64x(left), _mm256_setr_epi64x(0, 1, 2, 3));\n}");
                break;
            case VectorUnit.Avx2:
                _kernel.Help("static __m256i lanes(int left)\n{\n    return _mm256_cmpgt_epi32(_mm256_set1_epi32(left), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));\n}");
                break;
            default:
                throw new UnreachableException();
        }

        return $"lanes({left})";
    }

    /// <summary>Declares the mask of what is left under a name, and says it again; null where vectors have no mask.</summary>
    public string? DeclareMask(CodeBlock code, string name, string left)
    {
        if (!_kernel.IsMasked)
        {
            return null;
        }

        code.Line($"const {MaskType} {name} = {Mask(left)};");
        return name;
    }

    /// <summary>Asks for data so many turns ahead as the recipe has it, as long as there are so many left.</summary>
    /// <param name="placeAt">What is needed when the counter is there.</param>
    public void Prefetch(CodeBlock code, string counter, string end, Func<string, string> placeAt)
    {
        if (_kernel.Recipe.Prefetch > 0)
        {
            var ahead = $"{counter} + {_kernel.Recipe.Prefetch}";
            code.Nest($"if ({ahead} < {end})", hint => hint.Line(Hint(placeAt(ahead))));
        }
    }

    private string Hint(string place)
    {
        if (!_kernel.Style.HintsByIntrinsic)
        {
            return $"__builtin_prefetch(&{place});";
        }

        _kernel.Include(Header);
        return $"_mm_prefetch((const char *)&{place}, _MM_HINT_T0);";
    }
}
