using System.Threading.Tasks;
using Microsoft.Playwright;
using Playground.Hosting;

namespace Playground.Tests.Browser;

/// <summary>What all pages share.</summary>
public class ShellTests(SiteFixture site)
{
    [Fact]
    public void A_visit_loads_at_most_three_and_a_half_megabytes()
    {
        SiteSize size = site.Size!;
        TestContext.Current.SendDiagnosticMessage($"a visit loads {size}");
        Assert.InRange(size.Compressed, 1, 3_500_000);
    }

    [Fact]
    public async Task The_site_works_without_a_network_after_the_first_visit()
    {
        await using Visit visit = await site.OpenAsync("digits");
        await visit.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (navigator.serviceWorker.controller === null) await new Promise(next => setTimeout(next, 20)); }");
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.ReloadAsync();
        await visit.Page.Locator("#state").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
    }
}
