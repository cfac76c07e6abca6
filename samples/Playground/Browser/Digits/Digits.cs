using System.IO;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Playground.Browser;

/// <summary>What the page of digits calls: <see cref="DigitSession"/>, in types that JavaScript knows. Results are float numbers, one group behind the other.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Digits
{
    private static DigitSession? _session;

    private static DigitSession Session => _session ?? throw new InvalidDataException("Digits.Open has not been called.");

    /// <summary>Begins with the files of the site, unless it has begun: who comes back to the page finds it as it was.</summary>
    [JSExport]
    internal static byte[] Open(byte[] learned, byte[] stored)
    {
        _session ??= new DigitSession(learned, stored);
        return Answer();
    }

    /// <summary>Does once, with another network, what a visitor will do: an interpreter that has seen it is several times as fast.</summary>
    [JSExport]
    internal static void WarmUp(byte[] learned, byte[] stored)
    {
        var other = new DigitSession(learned, stored);
        for (int i = 0; i < 3; i++)
        {
            other.Draw([0, 0, 1, 3, 2, 2, 3, 5, 5, 5, 1, 8]);
            other.Learn(label: 0, milliseconds: 0);
            other.Unit(0);
        }
    }

    /// <summary>[784 image, 100 hidden, 10 probabilities, 784 evidence]; so do the next two.</summary>
    [JSExport]
    internal static byte[] Answer() => Pack(Session.Answer());

    [JSExport]
    internal static byte[] Draw(byte[] strokes) => Pack(Session.Draw(Numbers.Read(strokes)));

    [JSExport]
    internal static byte[] Show(int digit) => Pack(Session.Show(digit));

    /// <summary>[steps, loss, 4 norms, 4 norms of gradients], then the answer.</summary>
    [JSExport]
    internal static byte[] Learn(int label, double milliseconds, double learningRate)
    {
        Session.LearningRate = (float)learningRate;
        DigitLesson lesson = Session.Learn(label, milliseconds);
        return [.. Numbers.Write([lesson.Steps, lesson.Loss, .. lesson.Norms, .. lesson.GradientNorms]), .. Pack(lesson.Answer)];
    }

    /// <summary>[784 weights, bias, 10 weights to the outputs] of a hidden unit.</summary>
    [JSExport]
    internal static byte[] Unit(int unit) => Numbers.Write(Session.Unit(unit));

    /// <summary>[4] of W1, b1, W2, b2.</summary>
    [JSExport]
    internal static byte[] Norms() => Numbers.Write(Session.Norms());

    [JSExport]
    internal static byte[] Save() => Session.Save();

    [JSExport]
    internal static void Load(byte[] file) => Session.Load(file);

    [JSExport]
    internal static void Reset() => Session.Reset();

    [JSExport]
    internal static void Forget() => Session.Forget();

    private static byte[] Pack(DigitAnswer answer) => Numbers.Write([.. answer.Image, .. answer.Hidden, .. answer.Probabilities, .. answer.Evidence]);
}
