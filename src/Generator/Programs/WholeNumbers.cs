using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GenNet.Generator.Programs;

/// <summary>The value of C# that is made of literals, of variables whose values are known, and of arithmetic, such as <c>(float)(2 * i + 1)</c>.</summary>
/// <param name="text">The C#.</param>
/// <param name="known">The variables: whole numbers are long, others double.</param>
internal sealed class WholeNumbers(string text, IReadOnlyDictionary<string, object> known)
{
    private static readonly Regex Token = new(@"\G\s*(\d[\d.]*(?:[eE][+-]?\d+)?[fFdDlLuUmM]*|@?\w+|==|!=|<=|>=|&&|\|\||.)", RegexOptions.CultureInvariant);

    private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];

    private int _place;

    /// <summary>The value, a long, double or bool; null where it is not known.</summary>
    public object? Evaluate()
    {
        object? value = Level(0);
        return value is not null && Peek().Length == 0 ? value : null;
    }

    private object? Level(int level)
    {
        if (level == Levels.Length)
            return Unary();
        object? left = Level(level + 1);
        while (left is not null && System.Array.IndexOf(Levels[level], Peek()) >= 0)
        {
            string sign = Take();
            left = Level(level + 1) is { } right ? Combined(left, sign, right) : null;
        }

        return left;
    }

    private object? Unary()
    {
        switch (Peek())
        {
            case "-":
                Take();
                return Unary() switch { long a => -a, double a => -a, _ => null };
            case "+":
                Take();
                return Unary();
            case "!":
                Take();
                return Unary() is bool truth ? !truth : null;
            case "(":
                Take();
                return Cast() is { } type ? Converted(Unary(), type) : Closed(Level(0));
            default:
                return Primary(Take());
        }
    }

    private string? Cast()
    {
        int before = _place;
        string type = Take();
        if (type is "float" or "double" or "int" or "long" && Take() == ")")
            return type;
        _place = before;
        return null;
    }

    private object? Closed(object? value) => Take() == ")" ? value : null;

    private object? Primary(string token)
    {
        if (known.TryGetValue(token, out object? value))
            return value;
        if (token.Length == 0 || !char.IsDigit(token[0]))
            return token switch { "true" => true, "false" => false, _ => null };
        string digits = token.TrimEnd('f', 'F', 'd', 'D', 'l', 'L', 'u', 'U', 'm', 'M');
        if (digits.Length == token.TrimEnd('l', 'L', 'u', 'U').Length && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long whole))
            return whole;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
    }

    private static object? Converted(object? value, string type) => (value, type) switch
    {
        (long a, "float" or "double") => (double)a,
        (long a, "int") => (long)unchecked((int)a),
        (long a, _) => a,
        (double a, "float") => (double)(float)a,
        (double a, "double") => a,
        (double a, _) => (long)a,
        _ => null,
    };

    private static object? Combined(object left, string sign, object right) => (left, right) switch
    {
        (bool a, bool b) => sign switch { "||" => a || b, "&&" => a && b, "==" => a == b, "!=" => a != b, _ => null },
        (long a, long b) when sign is "/" or "%" => b is 0 or -1 ? null : sign == "/" ? a / b : a % b,
        (long a, long b) => sign switch { "+" => a + b, "-" => a - b, "*" => a * b, _ => Compared(a, sign, b) },
        (bool, _) or (_, bool) => null,
        _ => OfNumbers(System.Convert.ToDouble(left, CultureInfo.InvariantCulture), sign, System.Convert.ToDouble(right, CultureInfo.InvariantCulture)),
    };

    private static object? OfNumbers(double a, string sign, double b) => sign switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        "%" => a % b,
        _ => Compared(a, sign, b),
    };

    private static object? Compared(double a, string sign, double b) => sign switch
    {
        "<" => a < b,
        "<=" => a <= b,
        ">" => a > b,
        ">=" => a >= b,
        "==" => a == b,
        "!=" => a != b,
        _ => null,
    };

    private string Peek()
    {
        int before = _place;
        string token = Take();
        _place = before;
        return token;
    }

    private string Take()
    {
        Match match = Token.Match(text, _place);
        if (!match.Success)
            return "";
        _place = match.Index + match.Length;
        return match.Groups[1].Value;
    }
}
