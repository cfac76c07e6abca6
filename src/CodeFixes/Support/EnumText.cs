using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.CodeFixes.Support;

/// <summary>How the members of enums are written: as those beside them, so that aliases and static imports stay.</summary>
internal static class EnumText
{
    /// <summary>A member at a place.</summary>
    /// <param name="model">The file.</param>
    /// <param name="type">The enum.</param>
    /// <param name="member">Its member.</param>
    /// <param name="position">The place.</param>
    /// <param name="instead">What it is written instead of, if there is something.</param>
    public static string Of(SemanticModel model, ITypeSymbol type, string member, int position, ExpressionSyntax? instead = null)
    {
        if (instead is MemberAccessExpressionSyntax access && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(access).Symbol?.ContainingType, type))
            return $"{access.Expression}{access.OperatorToken}{member}";
        bool isImported = model.LookupSymbols(position, name: member) is { Length: 1 } found && found[0] is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.ContainingType, type);
        return isImported ? member : $"{type.ToMinimalDisplayString(model, position)}.{member}";
    }

    /// <summary>The member that an expression is; null where it is none.</summary>
    public static string? Member(SemanticModel model, ITypeSymbol type, ExpressionSyntax expression, CancellationToken cancellation) =>
        model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: { } value }
            ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value))?.Name : null;
}
