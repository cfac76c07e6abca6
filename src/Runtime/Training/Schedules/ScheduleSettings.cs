using System;
using System.Globalization;

namespace GenNet;

/// <summary>The checks of the constants that schedules have in common, and their text.</summary>
internal static class ScheduleSettings
{
    /// <summary>A factor of a learning rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite and above 0.</exception>
    public static double Positive(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and above 0.");

    /// <summary>A factor that lowers a learning rate, or the least of such factors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 1, 1 excluded.</exception>
    public static double Share(double value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 0 and below 1.");

    /// <summary>A number of epochs or steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below the least that makes sense.</exception>
    public static int Count(int value, int least, string name) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least {least}.");

    /// <summary>Numbers as text that does not depend on the culture.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
