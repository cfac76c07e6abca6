namespace GenNet.Tests;

/// <summary>The public surface of the library, recorded: a change of it is a decision, not an accident.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_recorded_one() => PublicSurface.AssertRecorded(typeof(Layout).Assembly);
}
