/** Shown when a browser comes without our cookie. Both languages, since nothing is known of the visitor yet. */
export const signInPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Galley</title>
<style>
  body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem }
  h1 { font-size: 1.25rem; border-left: 4px solid #d9412b; padding-left: .75rem }
</style>
<h1>Open Galley with its own address</h1>
<p>Galley lets in only the browser that opened the address printed in the terminal, and each address works once.
Go to the terminal where Galley runs, press Enter for a new address, and open it here.</p>
<h1 lang="zh">请用 Galley 自己的地址打开</h1>
<p lang="zh">Galley 只接受打开过终端中所示地址的浏览器，且每个地址只能使用一次。请回到运行 Galley 的终端，按回车键获取新地址，然后在此打开。</p>
</html>
`;
