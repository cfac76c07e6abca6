using System.Linq;
using GenNet.Generator.Parsing.Functions;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>What a function of the user's is to be, and what it must take for that.</summary>
internal sealed class FunctionUse
{
    public static readonly FunctionUse Activation = new(isLoss: false), Loss = new(isLoss: true);

    private readonly bool _isLoss;

    private FunctionUse(bool isLoss) => _isLoss = isLoss;

    /// <summary>It, in a message.</summary>
    public string Title => _isLoss ? "the loss" : "an activation";

    /// <summary>What the library has of this name, however its letters are written; null if there is none.</summary>
    public string? OfLibrary(string name)
    {
        System.Type known = _isLoss ? typeof(GenNet.Loss) : typeof(GenNet.Activation);
        string plain = name.Replace("_", "");
        string? member = System.Enum.GetNames(known).FirstOrDefault(member => string.Equals(member, plain, System.StringComparison.OrdinalIgnoreCase));
        return member is null ? null : $"{known.Name}.{member}";
    }

    /// <summary>How to declare it.</summary>
    public string Form(string name, Precision precision)
    {
        string t = precision == Precision.Float ? "float" : "double";
        return _isLoss
            ? $"static {t} {name}({t} y, {t} d), or static {t} {name}(ReadOnlySpan<{t}> y, ReadOnlySpan<{t}> d)"
            : $"static {t} {name}({t} x), or static {t} {name}({t} x, {t} alpha)";
    }

    /// <summary>Whether a method has what it takes.</summary>
    public bool Fits(IMethodSymbol method)
    {
        if (!method.IsStatic || method.IsGenericMethod || method.IsExtern || method.IsAbstract || method.RefKind != RefKind.None
            || method.MethodKind != MethodKind.Ordinary || ScalarOf(method.ReturnType) is not { } type || method.ReturnType.SpecialType == SpecialType.None)
            return false;
        int count = method.Parameters.Length;
        bool areAlike = method.Parameters.All(parameter => parameter.RefKind == RefKind.None && !parameter.IsParams
            && SymbolEqualityComparer.Default.Equals(ScalarOf(parameter.Type), type));
        bool areSpans = count > 0 && method.Parameters.All(parameter => SignatureParameter.IsSpan(parameter.Type));
        bool areNumbers = method.Parameters.All(parameter => parameter.Type.SpecialType != SpecialType.None);
        return areAlike && (_isLoss ? count == 2 && (areNumbers || (areSpans && method.Parameters.All(parameter => parameter.Type.Name == "ReadOnlySpan"))) : areNumbers && count is 1 or 2);
    }

    /// <summary>float or double, of a number or of the numbers of a span; null for all else.</summary>
    public static ITypeSymbol? ScalarOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double } => type,
        INamedTypeSymbol span when SignatureParameter.IsSpan(span) => ScalarOf(span.TypeArguments[0]),
        _ => null,
    };
}
